package io.vigil.liveconfig;

import java.util.Map;

/** The documents of a bucket that may change while the service runs, unread. */
@FunctionalInterface
public interface LiveDocuments {

    /** No document, for ever: for engines that run without a broker. */
    LiveDocuments NONE = () -> new State(0, Map.of());

    /** What holds now; never blocks. */
    State current();

    /**
     * What a bucket holds.
     *
     * @param revision of the latest change, deletions too; 0 where there was none
     * @param documents by key
     */
    record State(long revision, Map<String, Document> documents) {

        public State {
            documents = Map.copyOf(documents);
        }
    }

    /**
     * One document.
     *
     * @param revision 1 or more
     * @param json not copied; nobody writes to it
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Document(long revision, byte[] json) {}
}
