package io.vigil.encoder;

/**
 * What becomes of the letters of a text before they are looked up.
 *
 * @param lowerCase whether capitals become small letters
 * @param stripAccents whether letters lose their marks
 * @see <a href="https://huggingface.co/docs/tokenizers/api/normalizers">BertNormalizer of Hugging Face</a>
 */
public record Normalization(boolean lowerCase, boolean stripAccents) {

    /** Of models that know no capitals. */
    public static final Normalization UNCASED = new Normalization(true, true);

    /** Of models that read capitals and marks. */
    public static final Normalization CASED = new Normalization(false, false);
}
