# Takes the native libraries of other systems out of onnxruntime's jar: a fifth of the image of the detection worker.
#   sh linux-only.sh DIRECTORY
set -eu
for jar in "$1"/onnxruntime-*.jar; do
  [ -f "$jar" ] || continue
  work=$(mktemp -d)
  (cd "$work" && jar xf "$jar" && rm -rf ai/onnxruntime/native/osx-* ai/onnxruntime/native/win-* && jar cfM "$jar.new" .)
  mv "$jar.new" "$jar"
  rm -rf "$work"
done
