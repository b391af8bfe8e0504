"""The command `say`: a text or a manifest to a file, or to standard output."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import RequestError, TextError

if TYPE_CHECKING:
    from .audio import Output
    from .engine import Engine, Reading, Segment, Take

LANGUAGE_NAMES = "a b e f h i j p z, or a tag such as en-GB"
STANDARD = "-"  # input or output

# Of the take: in a manifest they are given already.
_OF_TAKE = ("text", "voice", "language", "speed", "seed", "phonemes", "equal_loudness")
_PAUSES = {
    "before": "before the sound",
    "after": "after the last word",
    "between_sentences": "between sentences",
    "between_paragraphs": "at a blank line",
    "at_line_ends": "at a single line break that is no wrap; default: as between paragraphs",
}


def add_say(commands: Any) -> None:
    """The command's arguments. Those of the take have no default: a manifest may give them."""
    say = commands.add_parser("say", help="speak a text into a file or a pipe")
    say.add_argument("text", nargs="?", help="what to say; - reads it from standard input")
    say.add_argument("--manifest", metavar="FILE", help="make the take of this manifest again")
    say.add_argument("--voice", help="a voice or a formula of voices, default af_heart")
    say.add_argument("--language", help=f"{LANGUAGE_NAMES}; default: the first voice's")
    say.add_argument("--speed", type=float, help="0.25 to 4, default 1")
    say.add_argument("--seed", type=int, help="the grain of the sound, default 0")
    say.add_argument("--phonemes", action="store_true", help="TEXT is phonemes, not words")
    say.add_argument(
        "--equal-loudness", action="store_true", help="every voice and mix equally loud"
    )
    for name, words in _PAUSES.items():
        flag = f"--pause-{name.replace('_', '-')}"
        say.add_argument(flag, type=float, metavar="SECONDS", help=f"of silence {words}")
    say.add_argument(
        "-o", "--output", default="speech.wav", help="a file, or - for standard output"
    )
    say.add_argument("--format", help="wav, flac, mp3, …; default: as OUTPUT ends, or wav")
    say.add_argument(
        "--sample-rate", type=int, help="8000, 16000, 22050, 24000 (default), 44100 or 48000"
    )
    say.add_argument("--write-manifest", metavar="FILE", help="also write the take's recipe there")
    say.add_argument("--json", action="store_true", help="print one JSON object")
    say.set_defaults(command=say_command)


def say_command(options: argparse.Namespace) -> None:
    from .audio import find_format, find_stream
    from .engine import load_engine, manifest
    from .storage.files import check_destination, write_whole

    piped = options.output == STANDARD
    if piped:
        format = find_stream(options.format or "wav")
        _check_pipe(options)
    else:
        check_destination(Path(options.output))
        format = options.format or Path(options.output).suffix.lstrip(".")
        find_format(format)
    engine = load_engine()
    take, output = _recall(engine, options) if options.manifest else _asked(options)
    output.check_format(format)
    engine.reserve_processors()
    reading = engine.read(take)
    if reading.utterances:
        engine.model  # noqa: B018  loading is not part of the speed that is reported
    began = time.perf_counter()
    made = engine.record(reading)
    segments = list(_into_pipe(made, format, output) if piped else made)
    elapsed = time.perf_counter() - began
    recipe = manifest(reading, engine, segments, output)
    if not piped:
        _into_file(Path(options.output), segments, format, recipe, output)
    if options.write_manifest:
        text = json.dumps(recipe, ensure_ascii=False, indent=2)
        write_whole(Path(options.write_manifest), text.encode() + b"\n")
    if options.json:
        print(json.dumps(_told(options.output, reading, recipe, elapsed), ensure_ascii=False))
        return
    for skip in reading.skipped:
        print(f"Not spoken: {skip.text!r} at {skip.start}, {skip.reason}.", file=sys.stderr)
    print(
        f"{'standard output' if piped else options.output}: {recipe['seconds']:.1f} s, made in "
        f"{elapsed:.1f} s with {engine.weights.label} weights",
        file=sys.stderr if piped else sys.stdout,
    )


def _check_pipe(options: argparse.Namespace) -> None:
    if options.json:
        raise RequestError(
            "--json prints to standard output, where the sound goes; write the sound to a file."
        )
    if sys.stdout.isatty():
        raise RequestError(
            "-o - would write sound to the terminal; pipe it on, as in `… -o - | aplay`."
        )


def _asked(options: argparse.Namespace) -> tuple[Take, Output]:
    from .audio import SAMPLE_RATE, Output
    from .engine import Pauses, Take

    if options.text is None:
        raise RequestError("There is nothing to say; give a text, or --manifest with a file.")
    text = read_text(options.text)
    take = Take(
        text,
        "af_heart" if options.voice is None else options.voice,
        options.language,
        1.0 if options.speed is None else options.speed,
        0 if options.seed is None else options.seed,
        phonemes=text if options.phonemes else None,
        pauses=Pauses(**{name: getattr(options, f"pause_{name}") for name in _PAUSES}),
        equal_loudness=options.equal_loudness,
    )
    rate = options.sample_rate
    return take, Output(SAMPLE_RATE if rate is None else rate)


def _recall(engine: Engine, options: argparse.Namespace) -> tuple[Take, Output]:
    """The manifest's take and its form, but for a sample rate that is asked for."""
    from dataclasses import replace

    from .engine import recall
    from .engine.recall import read_recipe

    for name in (*_OF_TAKE, *(f"pause_{name}" for name in _PAUSES)):
        if getattr(options, name) is not None and getattr(options, name) is not False:
            given = "A text" if name == "text" else f"--{name.replace('_', '-')}"
            raise RequestError(
                f"{given} and --manifest cannot both be given: a manifest says all of its take. "
                "--write-manifest writes one."
            )
    recalled = recall(read_recipe(Path(options.manifest)), engine)
    for note in recalled.notes:
        print(note, file=sys.stderr)
    if options.sample_rate is None:
        return recalled.take, recalled.output
    return recalled.take, replace(recalled.output, sample_rate=options.sample_rate)


def _into_pipe(made: Iterator[Segment], format: str, output: Output) -> Iterator[Segment]:
    """Each segment, once standard output has it."""
    from .audio.encoding import Encoder

    encoder, pipe = Encoder(format, output), sys.stdout.buffer
    for segment in made:
        pipe.write(encoder.encode(segment.audio))
        pipe.flush()
        yield segment
    pipe.write(encoder.close())
    pipe.flush()


def _into_file(
    path: Path, segments: Sequence[Segment], format: str, recipe: dict[str, Any], output: Output
) -> None:
    import numpy as np

    from .audio import encode
    from .storage.files import write_whole

    audio = np.concatenate([segment.audio for segment in segments])
    tags = {key: recipe[key] for key in ("take", "weights")}
    write_whole(path, encode(audio, format, tags, output))


def _told(path: str, reading: Reading, recipe: dict[str, Any], elapsed: float) -> dict[str, Any]:
    """What --json prints."""
    take = reading.take
    return {
        "output": path,
        "voice": str(take.blend),
        "language": reading.language,
        "speed": take.speed,
        "seed": take.seed,
        "sample_rate": recipe["output"]["sample_rate"],
        "seconds": recipe["seconds"],
        "real_time_factor": round(elapsed / recipe["seconds"], 3),
        "weights": recipe["weights"],
        "skipped": recipe["skipped"],
        "segments": recipe["segments"],
    }


def read_text(given: str) -> str:
    """A text from the command line, or from standard input for `-`."""
    if given != STANDARD:
        return given
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise TextError(
            f"Standard input is not UTF-8 text (byte {error.start}); convert it first."
        ) from error
