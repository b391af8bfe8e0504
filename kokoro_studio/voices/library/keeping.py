"""Keeping a mix or a file's voice as one's own, and what leaves with a voice."""

from __future__ import annotations

import torch

from ...errors import VoiceError
from ..files.card import Card
from ..mixing.blend import Blend, Weights, mix
from ..mixing.reading import parse_formula
from ..shape import pack_sha256
from .catalogue import VOICES, Voice
from .editing import add_own
from .finding import find_voice
from .ids import GENDERS, LANGUAGES, check_kind, voice_id_for
from .names import check_free, check_name, check_notes, free_name
from .own_voices import MAX_NAME, OwnVoice, find_own
from .packs import load_pack

_MOST_NAMED = 3
_SAME = 1e-4  # of a style's numbers, which are about 0.1 each: other machines round otherwise


def keep_blend(name: str, formula: str | Blend, notes: str = "") -> OwnVoice:
    """Save a mix under a name. `VoiceError`: name bad or taken, formula bad, or a morph."""
    blend = parse_formula(formula) if isinstance(formula, str) else formula
    voice, pack = new_voice(name, blend), mix(blend)
    check_free(voice.id, voice.name)
    parents = [[parent, find_voice(parent).sha256] for parent in blend.voices]
    return add_own(voice, pack, formula=str(blend), parents=parents, source="mix", notes=notes)


def new_voice(name: str, blend: Blend) -> Voice:
    """What a mix would be listed as, its pack aside; `VoiceError` if the name cannot be one.

    It speaks the language of its first voice, and is counted with the gender of its heaviest.
    """
    name = check_name(name)
    heaviest = find_voice(max(blend.timbre, key=lambda part: part[1])[0])
    return Voice(
        id=voice_id_for(name, blend.language, heaviest.gender),
        name=name,
        language=blend.language,
        gender=heaviest.gender,
        traits=_mixed_of(blend),
        grade="",
        licence=_licence(blend),
        sha256="",
    )


def keep_card(card: Card, name: str = "", language: str = "a", gender: str = "female") -> OwnVoice:
    """Save a voice from a file, under a free name near its own unless one is given.

    `language` and `gender` are for files that do not tell; ids such as `bm_george` do. The recipe
    is kept where this studio has the very same parents, else it goes into the notes.
    """
    prefix, _, rest = card.name.partition("_")
    if len(prefix) == 2 and prefix[0] in LANGUAGES and prefix[1] in GENDERS and rest:
        language, gender = prefix[0], GENDERS[prefix[1]]
    else:
        rest = card.name
    language, gender = card.language or language, card.gender or gender
    check_kind(language, gender)
    if name:
        name = check_name(name)
        check_free(voice_id_for(name, language, gender), name)
    else:
        plain = rest.replace("_", " ").strip()
        if not card.id and plain.islower():
            plain = plain.capitalize()  # an id: `night_watch` was Night watch
        plain = plain[:MAX_NAME]
        name = free_name(check_name(plain), language, gender)
    voice = Voice(
        voice_id_for(name, language, gender), name, language, gender,
        card.traits[:200] or "imported", "", card.licence[:200] or "as its source", "",
    )  # fmt: skip
    known = bool(card.formula) and _has_parents(card)
    notes = card.notes
    if card.formula and not known:
        notes = f"{notes}\nMixed as {card.formula}".strip()[:2_000]
    return add_own(
        voice,
        card.pack,
        formula=card.formula if known else "",
        parents=[list(parent) for parent in card.parents] if known else [],
        source=card.source,
        notes=notes,
    )


def card_of(formula: str | Blend) -> Card:
    """A voice or a mix, with its recipe, to be written to a file. `VoiceError` for a morph."""
    blend = parse_formula(formula) if isinstance(formula, str) else formula
    pack = mix(blend)
    if str(blend) in blend.voices and (own := find_own(blend.voices[0])):
        voice, recipe = own.voice, (own.formula, own.source, own.parents, own.notes)
    elif str(blend) in VOICES:
        voice, recipe = VOICES[str(blend)], ("", "import", (), "")
    else:
        voice = new_voice("Mix", blend)
        parents = tuple((parent, find_voice(parent).sha256) for parent in blend.voices)
        recipe = (str(blend), "mix", parents, "")
    formula, source, parents, notes = recipe
    return Card(
        pack=pack, name=voice.name, id=voice.id, language=voice.language, gender=voice.gender,
        formula=formula, source=source, parents=parents, traits=voice.traits, notes=notes,
        licence=voice.licence,
    )  # fmt: skip


def portable_formula(formula: str | Blend) -> str:
    """The formula with own voices replaced by their recipes, where that is the same sound.

    Straight mixes of straight mixes are straight mixes; anything else is left as it is.
    """
    blend = parse_formula(formula) if isinstance(formula, str) else formula
    stages = blend.stages
    if len(stages) == 1 and str(blend) in blend.voices:
        return str(_recipe(str(blend)) or blend)
    if blend.method != "lerp":
        return str(blend)
    result: Blend | None = None
    for stage in reversed(stages):
        result = Blend.of(
            _expanded(stage.timbre, "timbre"),
            _expanded(stage.delivery, "delivery"),
            towards=result,
            # A pitch is read off a delivery, which a recipe may have brought to another one.
            pitch=_expanded(stage.pitch or stage.delivery, "pitch"),
        )
    return str(result)


def _expanded(weights: Weights, part: str) -> Weights:
    parts: list[tuple[str, float]] = []
    for voice, weight in weights:
        recipe = _recipe(voice)
        if recipe is None or recipe.method != "lerp" or _subtracts(recipe) or _negative(weights):
            parts.append((voice, weight))
        else:
            whole = getattr(recipe, part) or recipe.delivery
            parts += [(parent, weight * share) for parent, share in whole]
    return tuple(parts)


def _recipe(voice: str) -> Blend | None:
    """The recipe of an own voice, if it still makes the same sound."""
    own = None if voice in VOICES else find_own(voice)
    if own is None or not own.formula:
        return None
    try:
        recipe = parse_formula(own.formula)
        same = torch.allclose(mix(recipe), load_pack(voice), atol=_SAME)
    except VoiceError:  # a parent has gone
        return None
    return recipe if same else None


def _subtracts(blend: Blend) -> bool:
    return any(_negative(weights) for weights in (blend.timbre, blend.delivery, blend.pitch))


def _negative(weights: Weights) -> bool:
    return any(weight < 0 for _, weight in weights)


def _mixed_of(blend: Blend) -> str:
    names = [find_voice(voice).name for voice in blend.voices]
    shown = names[:_MOST_NAMED]
    rest = ["others"] if len(names) > _MOST_NAMED else []
    *most, last = [*shown, *rest]
    return f"of {', '.join(most)} and {last}" if most else f"of {last}"


def _licence(blend: Blend) -> str:
    found = list(dict.fromkeys(find_voice(voice).licence for voice in blend.voices))
    return " and ".join(found)[:200]


def _has_parents(card: Card) -> bool:
    """Whether this studio makes the very same pack from the card's recipe."""
    try:
        check_notes(card.notes)
        return pack_sha256(mix(parse_formula(card.formula))) == pack_sha256(card.pack)
    except VoiceError:
        return False
