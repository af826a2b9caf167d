"""Models shaped like VITS that hum: each token lasts a moment, other tokens hum another tone."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

RATE_HZ = 16_000
LETTERS = (
    " aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ,.-'"
)
PHONEMES = (
    "_^$ !',-.:;?abcdefghijklmnopqrstuvwxyzæçðøħŋœɐɑɒɓɔɕɖɗəɚɛɜɡɣɤ"
    "ɥɨɪɫɬɭɯɲɳɴɵɹɻɽɾʀʁʂʃʈʊʋʌʎʏʐʑʒʔʝʰˈˌːˑ0123456789̪̩̃"
)


class Fault(StrEnum):
    """What is wrong with a model."""

    NONE = ""
    NAN = "not a number"
    INFINITE = "infinite"
    LOUD = "far over full scale"
    SILENT = "silent"
    ENDLESS = "never done"


def mms_folder(folder: Path, fault: Fault = Fault.NONE, letters: str = LETTERS) -> Path:
    """Meta's MMS: reads letters."""
    about = {"comment": "mms", "frontend": "characters", "add_blank": "1"}
    return _folder(folder, "model.onnx", _model(about, fault), letters)


def vits_folder(folder: Path, words: Iterable[str]) -> Path:
    """Plain VITS: reads the words of its lexicon."""
    made = _folder(folder, "model.onnx", _model({"comment": "vits", "punctuation": ", ."}), LETTERS)
    lexicon = "".join(f"{word} {' '.join(word)}\n" for word in words)
    (made / "lexicon.txt").write_text(lexicon, encoding="utf-8")
    return made


def piper_folder(folder: Path, phonemes: str = PHONEMES) -> Path:
    """Piper: reads espeak-ng's phonemes."""
    about = {"comment": "piper", "voice": "vi", "has_espeak": "1"}
    return _folder(folder, "vi_VN-thử-low.onnx", _model(about, piper=True), phonemes)


def _folder(folder: Path, name: str, model: onnx.ModelProto, tokens: str) -> Path:
    folder.mkdir(parents=True)
    (folder / name).write_bytes(model.SerializeToString())
    lines = "".join(f"{token} {number}\n" for number, token in enumerate(tokens))
    (folder / "tokens.txt").write_text(lines, encoding="utf-8")
    return folder


def _model(
    about: dict[str, str], fault: Fault = Fault.NONE, *, piper: bool = False
) -> onnx.ModelProto:
    """Samples: tokens · length scale · a moment; tone: the tokens' mean; noise as VITS adds it."""
    x, x_length = ("input", "input_lengths") if piper else ("x", "x_length")
    scales = ["noise_scale", "length_scale", "noise_scale_w"]
    inputs = [_input(x, TensorProto.INT64, [1, "n"]), _input(x_length, TensorProto.INT64, [1])]
    if piper:
        inputs += [_input("scales", TensorProto.FLOAT, [3])]
    else:
        inputs += [_input(name, TensorProto.FLOAT, [1]) for name in scales]
    split = [helper.make_node("Split", ["scales"], scales, num_outputs=3)] if piper else []
    nodes = [
        *split,
        helper.make_node("Cast", [x_length], ["tokens"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["tokens", "length_scale"], ["long"]),
        helper.make_node("Mul", ["long", "moment"], ["length"]),
        helper.make_node("Cast", ["length"], ["counts"], to=TensorProto.INT64),
        helper.make_node("Squeeze", ["counts"], ["count"]),
        helper.make_node("Range", ["zero", "count", "one"], ["numbers"]),
        helper.make_node("Cast", ["numbers"], ["times"], to=TensorProto.FLOAT),
        helper.make_node("Cast", [x], ["ids"], to=TensorProto.FLOAT),
        helper.make_node("ReduceMean", ["ids"], ["mean"], keepdims=0),
        helper.make_node("Mul", ["mean", "step"], ["tone"]),
        helper.make_node("Mul", ["times", "tone"], ["phase"]),
        helper.make_node("Sin", ["phase"], ["wave"]),
        helper.make_node("Mul", ["wave", "loudness"], ["hum"]),
        helper.make_node("RandomNormalLike", ["hum"], ["random"]),
        helper.make_node("Mul", ["random", "noise_scale"], ["noise"]),
        helper.make_node("Add", ["hum", "noise"], ["noisy"]),
        *(_endless() if fault is Fault.ENDLESS else []),
        helper.make_node(
            "Reshape", ["spun" if fault is Fault.ENDLESS else "noisy", "shape"], ["y"]
        ),
    ]
    loudness = {Fault.NAN: np.nan, Fault.INFINITE: np.inf, Fault.LOUD: 50, Fault.SILENT: 0}.get(
        fault, 0.3
    )
    constants = [
        _constant("moment", np.float32(700 if piper or "frontend" in about else 1_500)),
        _constant("zero", np.int64(0)),
        _constant("one", np.int64(1)),
        _constant("step", np.float32(0.003)),
        _constant("loudness", np.float32(loudness)),
        _constant("shape", np.array([1, 1, -1], dtype=np.int64)),
        _constant("for ever", np.int64(2**62)),
        _constant("yes", np.bool_(1)),
    ]
    output = helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 1, "t"])
    graph = helper.make_graph(nodes, "tiny", inputs, [output], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    told = {"language": "Vietnamese", "sample_rate": str(RATE_HZ), "n_speakers": "1"}
    helper.set_model_props(model, {"model_type": "vits", **told, **about})
    return model


def _endless() -> list[onnx.NodeProto]:
    """A loop that hands the sound on unchanged, some quintillion times."""
    body = helper.make_graph(
        [
            helper.make_node("Identity", ["go"], ["go on"]),
            helper.make_node("Identity", ["sound"], ["same"]),
        ],
        "body",
        [
            helper.make_tensor_value_info("turn", TensorProto.INT64, []),
            helper.make_tensor_value_info("go", TensorProto.BOOL, []),
            helper.make_tensor_value_info("sound", TensorProto.FLOAT, ["t"]),
        ],
        [
            helper.make_tensor_value_info("go on", TensorProto.BOOL, []),
            helper.make_tensor_value_info("same", TensorProto.FLOAT, ["t"]),
        ],
    )
    return [helper.make_node("Loop", ["for ever", "yes", "noisy"], ["spun"], body=body)]


def _input(name: str, kind: int, shape: list[int | str]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def _constant(
    name: str, value: "np.generic | np.ndarray[tuple[int, ...], np.dtype[np.int64]]"
) -> onnx.TensorProto:
    return numpy_helper.from_array(np.asarray(value), name)
