#!/bin/sh
# Debian's packages for training; the build and the product need none of them. OpenBLAS makes torch several times faster than the reference BLAS.
set -eu
apt-get install -y --no-install-recommends python3 python3-torch python3-onnx python3-numpy python3-sklearn libopenblas0-pthread
