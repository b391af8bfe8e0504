"""The studio from a shell: `kokoro-studio --help` lists the commands; without one it is served.

Thin: each command builds a `Take` or a `Blend` and shows what comes back. A person's mistake costs
one sentence on stderr and exit code 2.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from . import runtime
from .errors import RequestError, StudioError
from .saying import LANGUAGE_NAMES, add_say, read_text
from .settings import Settings

_SHOWN = 46  # characters of a voice's name and traits in the table


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    runtime.prepare()
    given = sys.argv[1:] if arguments is None else arguments
    options = _parser().parse_args(given or ["serve"])
    command: Callable[[argparse.Namespace], None] = options.command
    try:
        command(options)
    except StudioError as error:
        print(f"kokoro_studio: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader, `head` for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kokoro_studio", description="Speak with Kokoro-82M.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    serve = commands.add_parser("serve", help="open the studio in a browser; what no command does")
    serve.add_argument("--host", help="default 127.0.0.1; 0.0.0.0 lets other machines in")
    serve.add_argument("--port", type=int, help="default 7860")
    serve.set_defaults(command=_serve)

    add_say(commands)

    phonemes = commands.add_parser("phonemes", help="show how a text is read")
    phonemes.add_argument("text", help="the text; - reads it from standard input")
    phonemes.add_argument("--language", default="a", help=f"{LANGUAGE_NAMES}; default a")
    phonemes.add_argument("--json", action="store_true", help="print one JSON object")
    phonemes.set_defaults(command=_phonemes)

    voices = commands.add_parser("voices", help="list the voices")
    voices.add_argument("--json", action="store_true", help="print a JSON list")
    voices.set_defaults(command=_voices)

    mix = commands.add_parser("mix", help="write a formula as a voice file")
    mix.add_argument("formula", help="for example 'af_heart*0.6 + bf_emma*0.4'")
    mix.add_argument("-o", "--output", required=True, help="pt, safetensors, bin or npz")
    mix.set_defaults(command=_mix)

    keep = commands.add_parser("keep", help="save a mix as a voice of your own")
    keep.add_argument("name", help="for example 'Night narrator'")
    keep.add_argument("formula", help="for example 'af_heart*0.6 + bf_emma*0.4'")
    keep.add_argument("--notes", default="", help="a few words for yourself")
    keep.set_defaults(command=_keep)

    bring = commands.add_parser("import", help="add the voices of a file to your own")
    bring.add_argument("file", help="pt, safetensors, bin, npz, npy or json")
    bring.add_argument("--name", default="", help="default: the name in the file")
    bring.add_argument(
        "--language", default="a", help="where the file tells none: a b e f h i j p z; default a"
    )
    bring.add_argument(
        "--gender", default="female", help="where the file tells none: female or male"
    )
    bring.set_defaults(command=_import)

    rename = commands.add_parser("rename", help="give a voice of your own another name")
    rename.add_argument("voice", help="its id, for example af_night_narrator")
    rename.add_argument("name", nargs="?", default="", help="default: as it was")
    rename.add_argument("--language", default="", help="a b e f h i j p z; default: as it was")
    rename.add_argument("--gender", default="", help="female or male; default: as it was")
    rename.set_defaults(command=_rename)

    forget = commands.add_parser("forget", help="delete a voice of your own")
    forget.add_argument("voice", help="its id, for example af_night_narrator")
    forget.set_defaults(command=_forget)

    weights = commands.add_parser("weights", help="fetch the fp32 checkpoint (327 MB)")
    weights.set_defaults(command=_weights)

    card = commands.add_parser("card", help="write spaces.yaml's card into README.md")
    card.set_defaults(command=_card)

    deploy = commands.add_parser("deploy", help="put the studio on a Hugging Face Space")
    deploy.add_argument("target", help="cpu, gpu or zero: a target of spaces.yaml")
    deploy.add_argument("--repo", default="", help="OWNER/NAME; default: the target's")
    deploy.add_argument("--dry-run", action="store_true", help="only list what would go there")
    deploy.set_defaults(command=_deploy)
    return parser


def _serve(options: argparse.Namespace) -> None:
    runtime.prepare_page()
    from .deploy.serving import build_studio, serve
    from .engine import load_engine

    given = {}
    if options.host:
        given["GRADIO_SERVER_NAME"] = options.host
    if options.port is not None:
        given["GRADIO_SERVER_PORT"] = str(options.port)
    settings = Settings.from_environment(given)
    engine = load_engine()
    serve(engine, *build_studio(engine, settings), settings)


def _phonemes(options: argparse.Namespace) -> None:
    from .engine.reading import read_take
    from .engine.take import Take

    read = read_take(Take(read_text(options.text), language=options.language))
    if options.json:
        print(
            _dump(
                {
                    "language": read.language,
                    "phonemes": read.phonemes,
                    "tokens": [asdict(token) for token in read.tokens],
                    "skipped": [asdict(skip) for skip in read.skipped],
                }
            )
        )
        return
    print(read.phonemes)
    for skip in read.skipped:
        print(f"Not spoken: {skip.text!r} at {skip.start}, {skip.reason}.", file=sys.stderr)


def _voices(options: argparse.Namespace) -> None:
    from .text import LANGUAGES
    from .voices import VOICES, all_voices, own_voices_or_problem, voice_label

    voices = all_voices()
    if problem := own_voices_or_problem()[1]:
        print(f"Own voices are not listed: {problem}", file=sys.stderr)
    if options.json:
        own = {voice_id: voice_id not in VOICES for voice_id in voices}
        print(_dump([asdict(voice) | {"own": own[voice.id]} for voice in voices.values()]))
        return
    for voice in voices.values():
        label = f"{voice_label(voice):{_SHOWN}}"
        grade = voice.grade if voice.id in VOICES else "own"
        print(f"{voice.id:14} {label} {grade:3} {LANGUAGES[voice.language].name}")


def _mix(options: argparse.Namespace) -> None:
    from .voices import card_of, parse_formula, write_voice_file

    path = Path(options.output)
    blend = parse_formula(options.formula)
    write_voice_file(path, [card_of(blend)])
    print(f"{path}: {blend}")


def _keep(options: argparse.Namespace) -> None:
    from .voices import keep_blend

    own = keep_blend(options.name, options.formula, options.notes)
    print(f"{own.id}: {own.formula}")


def _import(options: argparse.Namespace) -> None:
    from .voices import keep_card, read_voice_file

    cards = read_voice_file(Path(options.file))
    if options.name and len(cards) > 1:
        raise RequestError(f"{options.file} holds {len(cards)} voices; import it without --name.")
    for card in cards:
        own = keep_card(card, options.name, options.language, options.gender)
        print(f"{own.id}: {own.voice.name}")
        for warning in card.warnings:
            print(warning, file=sys.stderr)


def _rename(options: argparse.Namespace) -> None:
    from .voices import rename_voice

    own = rename_voice(options.voice.lower(), options.name, options.language, options.gender)
    print(f"{own.id}: {own.voice.name}")


def _forget(options: argparse.Namespace) -> None:
    from .voices import delete_voice

    print(f"{delete_voice(options.voice.lower()).id} is deleted.")


def _weights(_: argparse.Namespace) -> None:
    from .model.weights import fetch_hub_weights

    print(f"{fetch_hub_weights()} is ready; it is used from the next start.")


def _card(_: argparse.Namespace) -> None:
    from .deploy.spaces import ROOT, read_settings, with_card
    from .storage.files import write_whole

    readme = ROOT / "README.md"
    card = read_settings()["card"]
    write_whole(readme, with_card(readme.read_text("utf-8"), card).encode())
    print(f"{readme}: the card of {card['title']}")


def _deploy(options: argparse.Namespace) -> None:
    import tempfile

    from .deploy.spaces import deploy, find_target, read_settings, stage

    settings = read_settings()
    target = find_target(settings, options.target, options.repo)
    if not options.dry_run:
        print(deploy(target, settings))
        return
    with tempfile.TemporaryDirectory() as folder:
        files = stage(target, settings, Path(folder))
        sizes = [(Path(folder) / name).stat().st_size for name in files]
        print((Path(folder) / "README.md").read_text("utf-8").split("\n---\n")[0] + "\n---\n")
        print((Path(folder) / "requirements.txt").read_text("utf-8"))
    for name, size in zip(files, sizes, strict=True):
        print(f"{size:>10,}  {name}")
    print(f"{sum(sizes):>10,}  bytes in {len(files)} files")
    print(f"\n{target.repo} on {target.hardware.value}", end="")
    print(f", asleep after {target.sleep_time} s" if target.sleep_time else "")
    for key, value in target.variables.items():
        print(f"variable {key}={value}")
    for key in target.secrets:
        print(f"secret   {key}")


def _dump(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)
