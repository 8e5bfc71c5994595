package io.vigil.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes small ONNX files, whose answers are known by heart. Field numbers are those of onnx.proto3. */
public final class OnnxBytes {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private OnnxBytes() {}

    /**
     * A text classifier whose outputs are a bias plus the sum of a weight for each token that is not masked.
     *
     * @param vocabulary number of token ids
     * @param bias one value for each label
     * @param weights for each token id that has any: one value for each label
     * @param flat whether the output is one number for each text instead of a row of labels
     * @param inputs names of the inputs, in order
     */
    public static byte[] bagOfWords(
            int vocabulary, List<Float> bias, Map<Integer, List<Float>> weights, boolean flat, List<String> inputs) {
        int labels = bias.size();
        var table = new float[vocabulary * labels];
        weights.forEach((id, row) -> {
            for (int label = 0; label < labels; label++) {
                table[id * labels + label] = row.get(label);
            }
        });
        var offsets = new float[labels];
        for (int label = 0; label < labels; label++) {
            offsets[label] = bias.get(label);
        }
        var graph = new OnnxBytes()
                .message(1, node("Gather", List.of("table", "input_ids"), "rows"))
                .message(1, node("Cast", List.of("attention_mask"), "mask").message(5, integer("to", FLOAT)))
                .message(1, node("Unsqueeze", List.of("mask"), "column").message(5, integers("axes", 2)))
                .message(1, node("Mul", List.of("rows", "column"), "kept"))
                .message(
                        1,
                        node("ReduceSum", List.of("kept"), "sums")
                                .message(5, integers("axes", 1))
                                .message(5, integer("keepdims", 0)))
                .message(1, node("Add", List.of("sums", "bias"), flat ? "row" : "logit"));
        if (flat) {
            graph.message(1, node("Squeeze", List.of("row"), "logit").message(5, integers("axes", 1)));
        }
        graph.text(2, "tiny")
                .message(5, tensor("table", table, vocabulary, labels))
                .message(5, tensor("bias", offsets, labels));
        inputs.forEach(input -> graph.message(11, value(input, INT64, 2)));
        graph.message(12, value("logit", FLOAT, flat ? 1 : 2));
        return file(graph);
    }

    /**
     * Labels for each token, by the token alone.
     *
     * @param vocabulary number of token ids
     * @param weights one value for each label, for each token id
     * @param other the same for all token ids that have none
     */
    public static byte[] labelOfToken(int vocabulary, Map<Integer, List<Float>> weights, List<Float> other) {
        int labels = other.size();
        var table = new float[vocabulary * labels];
        for (int id = 0; id < vocabulary; id++) {
            var row = weights.getOrDefault(id, other);
            for (int label = 0; label < labels; label++) {
                table[id * labels + label] = row.get(label);
            }
        }
        var graph = new OnnxBytes()
                .message(1, node("Gather", List.of("table", "input_ids"), "logits"))
                .text(2, "tiny")
                .message(5, tensor("table", table, vocabulary, labels))
                .message(11, value("input_ids", INT64, 2))
                .message(12, value("logits", FLOAT, 3));
        return file(graph);
    }

    private static byte[] file(OnnxBytes graph) {
        return new OnnxBytes()
                .number(1, 7)
                .message(7, graph)
                .message(8, new OnnxBytes().text(1, "").number(2, 12))
                .out
                .toByteArray();
    }

    private static OnnxBytes node(String type, List<String> inputs, String output) {
        var node = new OnnxBytes();
        inputs.forEach(input -> node.text(1, input));
        return node.text(2, output).text(4, type);
    }

    private static OnnxBytes integer(String name, int value) {
        return new OnnxBytes().text(1, name).number(3, value).number(20, 2);
    }

    private static OnnxBytes integers(String name, int value) {
        return new OnnxBytes().text(1, name).number(8, value).number(20, 7);
    }

    private static OnnxBytes tensor(String name, float[] values, int... dimensions) {
        var tensor = new OnnxBytes();
        for (int dimension : dimensions) {
            tensor.number(1, dimension);
        }
        var raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array());
    }

    /** A value whose dimensions are open. */
    private static OnnxBytes value(String name, int type, int dimensions) {
        var shape = new OnnxBytes();
        for (int d = 0; d < dimensions; d++) {
            shape.message(1, new OnnxBytes().text(2, "d" + d));
        }
        var tensor = new OnnxBytes().number(1, type).message(2, shape);
        return new OnnxBytes().text(1, name).message(2, new OnnxBytes().message(1, tensor));
    }

    private OnnxBytes number(int field, long value) {
        varint(field << 3);
        varint(value);
        return this;
    }

    private OnnxBytes text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private OnnxBytes message(int field, OnnxBytes value) {
        return bytes(field, value.out.toByteArray());
    }

    private OnnxBytes bytes(int field, byte[] value) {
        varint((field << 3) | 2);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while (rest > 0x7F) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
