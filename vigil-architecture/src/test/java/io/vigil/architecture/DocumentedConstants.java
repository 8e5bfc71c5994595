package io.vigil.architecture;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The string constants of a class with what their Javadoc says, in the order of the source. */
final class DocumentedConstants {

    private static final Pattern CONSTANT =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public static final String (\\w+)", Pattern.DOTALL);

    private DocumentedConstants() {}

    /** One constant. */
    record Constant(String value, String meaning) {}

    /** All public ones; each must have Javadoc. */
    static List<Constant> of(Class<?> type) {
        String source = Shipped.read(Shipped.sources("src/main/java").stream()
                .filter(file -> file.endsWith(type.getName().replace('.', '/') + ".java"))
                .findFirst()
                .orElseThrow());
        var constants = new ArrayList<Constant>();
        var matcher = CONSTANT.matcher(source);
        while (matcher.find()) {
            constants.add(new Constant(value(type, matcher.group(2)), plain(matcher.group(1))));
        }
        long declared = Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .count();
        if (constants.size() != declared) {
            throw new AssertionError(type + " has " + declared + " constants, " + constants.size() + " with Javadoc");
        }
        return constants;
    }

    private static String value(Class<?> type, String name) {
        try {
            return (String) type.getField(name).get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\s*\\n\\s*\\*", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link [\\w.]*?(\\w+)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
