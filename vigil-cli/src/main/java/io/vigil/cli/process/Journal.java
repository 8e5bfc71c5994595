package io.vigil.cli.process;

/** Hears what happens to children. Called from several threads. */
public interface Journal {

    /** One line that a child printed. */
    void line(String child, String line);

    /** Something happened to a child, worth telling: started, ready, crashed, stopped. */
    void event(String child, String what);
}
