"""Requests and replies: OpenAI's speech API with Kokoro-FastAPI's additions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError
from typing_extensions import Self

from ..audio import SAMPLE_RATE, SAMPLE_RATES, Output
from ..audio.rates import OPUS_RATES
from ..engine.joins import PAUSE_NAMES, Pauses
from ..engine.take import MAX_SEED
from ..errors import StudioError
from ..text import (
    FASTEST,
    LONGEST_PAUSE_SECONDS,
    MAX_CHARACTERS,
    SLOWEST,
    Origin,
    language_of,
)

OWN_SENTENCE = "studio"  # the type of errors whose message is a whole sentence


def _lower(given: Any) -> Any:
    return given.strip().lower() if isinstance(given, str) else given


@contextmanager
def _own_sentence(field: str | None = None) -> Iterator[None]:
    """Raise the studio's own sentence about a value. `field` names another field than this one."""
    try:
        yield
    except StudioError as error:
        told = {"sentence": str(error), "field": field}
        raise PydanticCustomError(OWN_SENTENCE, "{sentence}", told) from error


def _language_code(given: str) -> str | None:
    """The code of a language; None for the voice's own."""
    if given.strip().lower() in ("", "auto"):
        return None
    with _own_sentence():
        return language_of(given).code


def _sample_rate(given: Any) -> Any:
    with _own_sentence():
        return Output(given).sample_rate


def _pause(given: Any, info: ValidationInfo) -> Any:
    with _own_sentence():
        Pauses(**{str(info.field_name).removeprefix("pause_"): given})
    return given


AnyCase = BeforeValidator(_lower)
Format = Annotated[Literal["mp3", "opus", "aac", "flac", "wav", "pcm"], AnyCase]
LanguageCode = Annotated[
    str,
    Field(max_length=40, description="a b e f h i j p z, or a tag such as en-GB"),
    AfterValidator(_language_code),
]
SampleRate = Annotated[
    int, BeforeValidator(_sample_rate), Field(json_schema_extra={"enum": list(SAMPLE_RATES)})
]
PauseSeconds = Annotated[
    Annotated[float, Field(ge=0, le=LONGEST_PAUSE_SECONDS)] | None, BeforeValidator(_pause)
]
Speed = Annotated[float, Field(ge=SLOWEST, le=FASTEST)]
Formula = Annotated[str, Field(max_length=4000, description="a voice, an alias or a formula")]
Text = Annotated[str, Field(max_length=MAX_CHARACTERS)]
LONGEST_BREAK_SECONDS = 10.0


class VoiceReference(BaseModel):
    id: Formula


class Alias(BaseModel):
    voice: Formula
    rate: Speed = 1.0


class Performance(BaseModel):
    """Voice, speed, options and format of the sound."""

    model_config = ConfigDict(extra="allow")  # so that fields without effect can be named

    model: str = Field("kokoro", max_length=200)
    response_format: Format = "mp3"
    speed: Speed = 1.0
    stream: StrictBool = True
    lang_code: LanguageCode | None = Field(
        None,
        description="a b e f h i j p z, or a tag such as en-GB; default: the voice's language",
    )
    language: LanguageCode | None = Field(None, description="another name of `lang_code`")
    volume_multiplier: float = Field(1.0, ge=0, le=10, description="limited at full scale")
    seed: int = Field(0, ge=0, le=MAX_SEED, description="the grain of the sound")
    equal_loudness: StrictBool = Field(False, description="every voice and mix equally loud")
    sample_rate: SampleRate = Field(
        SAMPLE_RATE, description=f"Hz; opus has {', '.join(map(str, OPUS_RATES))}"
    )
    pause_before: PauseSeconds = Field(None, description="seconds of silence before the sound")
    pause_after: PauseSeconds = Field(None, description="seconds after the last word")
    pause_between_sentences: PauseSeconds = Field(None, description="seconds; default: as spoken")
    pause_between_paragraphs: PauseSeconds = Field(None, description="seconds, at a blank line")
    pause_at_line_ends: PauseSeconds = Field(
        None,
        description="seconds, at a single line break that is no wrap; default: as "
        "between paragraphs",
    )

    @property
    def output(self) -> Output:
        return Output(self.sample_rate, self.volume_multiplier)

    @property
    def pauses(self) -> Pauses:
        return Pauses(**{name: getattr(self, f"pause_{name}") for name in PAUSE_NAMES})

    @property
    def formats(self) -> set[str]:
        """The formats of the reply and of files that it links to."""
        return {self.response_format}

    @model_validator(mode="after")
    def _formats_have_the_rate(self) -> Self:
        with _own_sentence("sample_rate"):
            for format in self.formats:
                self.output.check_format(format)
        return self

    @property
    def unused(self) -> list[str]:
        """Names of fields that were sent and have no effect."""
        return sorted(self.model_extra or {})


class MarkedPerformance(Performance):
    """A performance of a text, and which markup is allowed in the text."""

    allow_voice_tags: StrictBool = Field(
        False, description="understand [voice:formula] and [rate:1.2]; else they are left out"
    )
    voice_aliases: dict[str, Formula | Alias] = Field(
        default_factory=dict, max_length=100, description="names for formulas, in tags and `voice`"
    )
    ssml: StrictBool = Field(False, description="the text is SSML")


class SpeechRequest(MarkedPerformance):
    input: Text = Field(
        description='the text; [pause:1.5s], <break time="1s"/> and [word](/ipa/) are understood'
    )
    voice: Formula | VoiceReference = "af_heart"
    stream_format: Annotated[Literal["audio", "sse"], AnyCase] = "audio"
    return_download_link: StrictBool = Field(False, description="see header X-Download-Path")
    return_timing: StrictBool = Field(False, description="see header X-Timing-Path")
    download_format: Format | None = Field(None, description="of the linked file")

    @property
    def formats(self) -> set[str]:
        return super().formats | ({self.download_format} if self.download_format else set())


class CaptionedRequest(MarkedPerformance):
    input: Text
    voice: Formula | VoiceReference = "af_heart"
    response_format: Format = "wav"


class Turn(BaseModel):
    text: Text
    voice: Formula | None = None
    voice_id: Formula | None = Field(None, description="another name of `voice`")


class DialogueRequest(MarkedPerformance):
    turns: list[Turn] | None = Field(None, max_length=1000)
    inputs: list[Turn] | None = Field(None, max_length=1000, description="another name of `turns`")
    pause_between_turns: float = Field(0.4, ge=0, le=LONGEST_BREAK_SECONDS, description="seconds")


class PhonemizeRequest(BaseModel):
    text: Text
    language: LanguageCode = "a"


class PhonemesRequest(Performance):
    phonemes: Text = Field(description="of any length")
    voice: Formula | VoiceReference = "af_heart"
    response_format: Format = "wav"


class Skipped(BaseModel):
    text: str
    start: int
    reason: str


class ReadWord(BaseModel):
    text: str
    start: int
    end: int
    phonemes: str
    guessed: bool = Field(description="no dictionary has it, in a language that has one")
    origin: Origin = Field(
        description="of the phonemes: a dictionary, rules of spelling, names of letters, or given"
    )


class Phonemized(BaseModel):
    phonemes: str
    words: list[ReadWord]  # and marks that are spoken
    tokens: list[int]  # symbol ids, 0 at both ends
    skipped: list[Skipped]


class Timestamp(BaseModel):
    word: str
    start_time: float
    end_time: float


class Captioned(BaseModel):
    audio: str  # base64
    audio_format: Format
    timestamps: list[Timestamp]


class Model(BaseModel):
    id: str
    object: Literal["model"] = "model"
    created: int
    owned_by: str


class Models(BaseModel):
    object: Literal["list"] = "list"
    data: list[Model]


class ModelName(BaseModel):
    id: str


class AudioModels(BaseModel):
    models: list[ModelName]


class VoiceEntry(BaseModel):
    id: str
    name: str
    language: str
    gender: str
    grade: str
    own: bool


class Voices(BaseModel):
    voices: list[VoiceEntry] | list[str]
    default_voice: str


class Health(BaseModel):
    status: Literal["healthy"] = "healthy"
    version: str
    ready: bool
    device: str
    precision: str
    weights: str


Json = dict[str, Any]
