"""The trained classifier as an int8 ONNX file, and ONNX Runtime through its Java binding.

The graph is the one of the worker's encoder, cut above the trained layers, with the trained matrices quantised as the others are
(int8, one scale a column); activations are quantised at run time.
"""
import os
import pathlib
import subprocess
import tempfile

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

import minilm

HERE = pathlib.Path(__file__).parent


def quantised(matrix):
    """One symmetric scale for each column, to 64 as in the encoder: processors without VNNI add pairs of products in 16 bits."""
    scale = np.maximum(np.abs(matrix).max(0), 1e-9).astype(np.float32) / 64
    return np.clip(np.round(matrix / scale), -64, 64).astype(np.int8), scale


def graph_of(encoder_path, model):
    """The encoder's ONNX model with the trained weights and an output `logit` of one number a row."""
    onnx_model = onnx.load(encoder_path)
    graph = onnx_model.graph
    layers = len(model.encoder.layers)
    replace = {}
    for i, layer in enumerate(model.encoder.layers):
        if not any(p.requires_grad for p in layer.parameters()):
            continue
        for name in minilm.NORMS:
            norm = getattr(layer, name.replace(".", "_"))
            replace[f"encoder.layer.{i}.{name}.weight"] = norm.weight.detach().numpy()
            replace[f"encoder.layer.{i}.{name}.bias"] = norm.bias.detach().numpy()
        for name in minilm.MATRICES:
            linear = getattr(layer, name.replace(".", "_"))
            replace[f"encoder.layer.{i}.{name}.bias"] = linear.bias.detach().numpy()
            node = next(n for n in graph.node if n.op_type == "MatMulInteger"
                        and n.name == f"/encoder/layer.{i}/{name.replace('.', '/')}/MatMul_quant")
            stem = node.input[1][:-len("_quantized")]
            replace[stem + "_quantized"], replace[stem + "_scale"] = quantised(linear.weight.detach().numpy().T)
    hidden = f"/encoder/layer.{layers - 1}/output/LayerNorm/Add_1_output_0"
    if layers == 6:
        hidden = "last_hidden_state"
    weight = model.head.weight.detach().numpy().T.astype(np.float32)
    extra = {"head.weight": weight, "head.bias": model.head.bias.detach().numpy().astype(np.float32),
             "head.one": np.float32(1), "head.excluded": np.float32(-1e4)}
    nodes = list(graph.node) + [
        helper.make_node("Cast", ["attention_mask"], ["head.mask2"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["head.mask2"], ["head.mask"], axes=[2]),
        helper.make_node("Mul", [hidden, "head.mask"], ["head.kept"]),
        helper.make_node("ReduceSum", ["head.kept"], ["head.sum"], axes=[1], keepdims=0),
        helper.make_node("ReduceSum", ["head.mask"], ["head.count"], axes=[1], keepdims=0),
        helper.make_node("Div", ["head.sum", "head.count"], ["head.mean"]),
        helper.make_node("Sub", ["head.one", "head.mask"], ["head.padding"]),
        helper.make_node("Mul", ["head.padding", "head.excluded"], ["head.penalty"]),
        helper.make_node("Add", [hidden, "head.penalty"], ["head.penalised"]),
        helper.make_node("ReduceMax", ["head.penalised"], ["head.largest"], axes=[1], keepdims=0),
        helper.make_node("Concat", ["head.mean", "head.largest"], ["head.pooled"], axis=1),
        helper.make_node("Gemm", ["head.pooled", "head.weight", "head.bias"], ["head.logits"]),
        helper.make_node("Squeeze", ["head.logits"], ["logit"], axes=[1]),
    ]
    needed, kept = {"logit"}, []
    for node in reversed(nodes):
        if needed & set(node.output):
            kept.append(node)
            needed |= set(node.input)
    initializers = [numpy_helper.from_array(replace[i.name].astype(numpy_helper.to_array(i).dtype), i.name)
                    if i.name in replace else i for i in graph.initializer if i.name in needed]
    initializers += [numpy_helper.from_array(np.asarray(a), name) for name, a in extra.items()]
    logit = helper.make_tensor_value_info("logit", TensorProto.FLOAT, ["batch_size"])
    made = helper.make_model(
        helper.make_graph(list(reversed(kept)), "vigil-classifier", graph.input, [logit], initializers),
        opset_imports=onnx_model.opset_import, producer_name="vigil-detection-training")
    made.ir_version = onnx_model.ir_version
    onnx.checker.check_model(made)
    return made


class Runtime:
    """An ONNX file with one output a window."""

    def __init__(self, path, jar):
        self.path, self.jar, self.microseconds = str(path), str(jar), None

    def score(self, sequences):
        java = str(pathlib.Path(os.environ["JAVA_HOME"]) / "bin" / "java") if "JAVA_HOME" in os.environ else "java"
        with tempfile.TemporaryDirectory() as folder:
            windows, output = pathlib.Path(folder) / "windows", pathlib.Path(folder) / "output"
            windows.write_text("".join(" ".join(map(str, ids)) + "\n" for ids in sequences))
            done = subprocess.run(
                [java, "--enable-native-access=ALL-UNNAMED", "-cp", self.jar, str(HERE / "OnnxScores.java"), self.path,
                 str(windows), str(output)],
                check=True, capture_output=True, text=True)
            self.microseconds = int(done.stdout.split()[-1])
            return np.loadtxt(output, dtype=np.float32, ndmin=1)
