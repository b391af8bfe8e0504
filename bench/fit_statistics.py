"""Fit the predictor of the norms' statistics (kokoro_studio/model/statistics.py).

    python -m bench.fit_statistics corpus CORPUS.json     phonemes of many texts, where text is read
    python -m bench.fit_statistics fit CORPUS.json OUT    on a graphics card: 10 minutes

`fit` renders utterances of all lengths in nine languages, by the released voices, by mixes of them
and by styles beyond them, at many speeds and pitches. It notes what each norm of the generator
measures over the whole utterance, fits the predictor to that, and judges it on sentences it has not
seen. It writes OUT/statistics-1.safetensors and -2, and OUT/report.json.

The file is long because it is one experiment, to be read from top to bottom.
"""

from __future__ import annotations

import json
import math
import random
import sys
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from kokoro_studio.model import (
    Excitation,
    Kokoro,
    draw_excitation,
    find_weights,
    layers,
    load_model,
    snake,
    vocoder,
)
from kokoro_studio.model.statistics import (
    Moments,
    StatisticsNetwork,
    StatisticsPredictor,
    load_network,
    summarise,
)
from kokoro_studio.model.vocoder import CONTEXT

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = "abefhijpz"
HELD_OUT_EACH = 6  # sentences of each language that are judged, never fitted
WORKERS, RENDER_SECONDS, TOGETHER = 6, 240, 8
HIDDEN, BASIS = 768, 256
SECOND = 1024, 192  # of a network that errs otherwise
EPOCHS, BATCH = 50, 256
WINDOW = 80  # pitch frames: 1 second
TUNE_SECONDS, TUNE_RATE, TUNE_BATCH = 110, 2e-4, 16
POINTS, HOP = 1024, 240
JUDGED = 4
LONGEST = 510


def corpus(path: Path) -> None:
    """{language: {'fit': [symbol ids], 'held out': [symbol ids]}}"""
    from kokoro_studio.engine.sentences import SENTENCES
    from kokoro_studio.text import phonemize, segment
    from kokoro_studio.text.symbols import ids
    from kokoro_studio.ui.mix.auditions import PHRASES

    listening = json.loads((ROOT / "kokoro_studio/listening/stimuli/sentences.json").read_text())
    reference = (ROOT / "tests/data/g2p_reference.tsv").read_text("utf-8").splitlines()[1:]
    rows: dict[str, dict[str, list[list[int]]]] = {}
    for language in LANGUAGES:
        texts = [text for kind in listening[language].values() for text in kind.values()]
        texts += [line.split("\t")[1] for line in reference if line.startswith(f"{language}\t")]
        texts += [SENTENCES[language], PHRASES[language]]
        read = [
            ids(utterance.phonemes)
            for text in dict.fromkeys(texts)
            for utterance in segment(phonemize(text, language))
        ]
        read = [symbols for symbols in read if symbols]
        random.Random(language).shuffle(read)
        judged = [symbols for symbols in read if len(symbols) > 40][:HELD_OUT_EACH]
        rows[language] = {"fit": [s for s in read if s not in judged], "held out": judged}
        print(language, len(rows[language]["fit"]), len(judged))
    path.write_text(json.dumps(rows))


class Sampler:
    """Utterances to learn from, by a seed."""

    def __init__(self, corpus: dict, packs: dict[str, Tensor], seed: int, without: tuple = ()):
        self.random = random.Random(seed)
        self.corpus = corpus
        self.voices = [voice for voice in packs if voice not in without]
        self.packs = packs
        everything = torch.stack([packs[voice] for voice in self.voices])  # (V, 510, 256)
        self.spread = everything.std(dim=0)  # (510, 256)

    def symbols(self, language: str) -> list[int]:
        texts = self.corpus[language]["fit"]
        draw, kind = self.random, self.random.random()
        symbols = list(draw.choice(texts))
        if kind < 0.25:  # several sentences in one utterance
            for _ in range(draw.randint(1, 3)):
                symbols += [16, *draw.choice(texts)]
        elif kind < 0.55:  # the beginning of one
            spaces = [place for place, symbol in enumerate(symbols) if symbol == 16]
            if spaces:
                end = [4] if draw.random() < 0.7 else []  # with a full stop
                symbols = symbols[: draw.choice(spaces)] + end
        return symbols[:LONGEST]

    def pack(self, language: str, row: int) -> Tensor:
        """(256,) of a voice, a mix or a style beyond them"""
        draw, kind = self.random, self.random.random()
        own = [voice for voice in self.voices if voice[0] == language] or self.voices
        voices = own if draw.random() < 0.7 else self.voices
        if kind < 0.45:
            return self.packs[draw.choice(voices)][row]
        halves = []
        for half in (slice(0, 128), slice(128, 256)):
            chosen = [draw.choice(self.voices) for _ in range(draw.randint(1, 4))]
            weights = torch.tensor([draw.expovariate(1) for _ in chosen])
            weights = weights / weights.sum()
            if kind > 0.85 and len(chosen) > 1:  # pushed away from one of them
                push = draw.uniform(0, 0.5)
                weights = weights * (1 + push)
                weights[0] -= push
            styles = torch.stack([self.packs[voice][row, half] for voice in chosen])
            style = (weights[:, None] * styles).sum(dim=0)
            if kind > 0.7:
                noise = torch.tensor([draw.gauss(0, 1) for _ in range(128)])
                style = style + draw.uniform(0, 0.5) * self.spread[row, half] * noise
            halves.append(style)
        return torch.cat(halves)

    def next(self) -> tuple[list[int], Tensor, float, float]:
        """(symbols, style row, speed, semitones)"""
        draw = self.random
        language = draw.choice(LANGUAGES)
        symbols = self.symbols(language)
        row = len(symbols) - 1
        if row < 60 and draw.random() < 0.4:
            row = draw.randint(row, 90)
        speed = draw.uniform(0.5, 1.8) if draw.random() < 0.25 else 1.0
        semitones = draw.uniform(-6, 6) if draw.random() < 0.2 else 0.0
        return symbols, self.pack(language, row), speed, semitones


class Planned(NamedTuple):
    """An utterance before it is rendered."""

    aligned: Tensor  # (F, hidden)
    pitch_hz: Tensor  # (2F,)
    energy: Tensor  # (2F,)
    timbre: Tensor  # (S,)

    @property
    def frames(self) -> int:
        return len(self.aligned)


class Observer:
    """Statistics of each norm of the generator over whole utterances, many rendered together."""

    def __init__(self, model: Kokoro):
        self.model, self.seen = model, {}
        for each in model.decoder.generator.snakes:
            each.register_forward_pre_hook(self._note)

    def _note(self, norm, given) -> None:
        if len(given) < 4 or given[3] is None:
            self.seen[norm.place] = snake.moments(given[0], given[2])

    @torch.inference_mode()
    def plan(self, symbols, row, speed, semitones) -> Planned:
        device = self.model.device
        encoded = self.model.encode(torch.tensor([0, *symbols, 0], device=device))
        row = row.to(device)
        prosody = self.model.plan(encoded, row[128:], speed)
        pitch, energy = (self.model._tensor(c) for c in (prosody.pitch_hz, prosody.energy))
        pitch = torch.where(pitch > 10, pitch * 2 ** (semitones / 12), pitch)
        return Planned(self.model._align(encoded, prosody).mT, pitch, energy, row[:128])

    @torch.inference_mode()
    def render(self, planned: list[Planned]) -> tuple[Tensor, Tensor, list[Tensor]]:
        """(B, inputs), (B, 2 * channels), and (features, signal, waveform) of each"""
        masks.clear()
        ends = tuple(each.frames for each in planned)
        aligned, pitch, energy = (
            pad_sequence([each[place] for each in planned], batch_first=True) for place in range(3)
        )
        timbre = torch.stack([each.timbre for each in planned])[:, None]
        decoder = self.model.decoder
        features = decoder.features(aligned.mT, pitch, energy, timbre, ends)
        noise = torch.randn(len(pitch), pitch.shape[1] * 300, 9, device=pitch.device)
        signal = decoder.generator.source(pitch, Excitation(noise))
        waves = decoder.generator(features, timbre, signal, ends)
        summaries = torch.cat(
            [
                summarise(f[None, :, : 2 * end], p[None, : 2 * end], e[None, : 2 * end], t)
                for f, p, e, t, end in zip(features, pitch, energy, timbre, ends, strict=True)
            ]
        )
        each = [self.seen[place] for place in sorted(self.seen)]
        means = torch.cat([mean.flatten(1) for mean, _ in each], dim=1)
        variances = torch.cat([variance.flatten(1) for _, variance in each], dim=1)
        targets = torch.cat((means, 0.5 * variances.clamp(min=1e-12).log()), dim=1)
        return summaries, targets, list(zip(features, signal, waves, strict=True))


masks: dict[tuple, Tensor] = {}  # of the batch being rendered


def mask(x: Tensor, ends) -> Tensor:
    """(B, …, T): 1 up to each item's end"""
    steps = x.shape[-1]
    if (steps, ends) not in masks:
        lengths = torch.tensor(ends, device=x.device)
        masks[steps, ends] = (torch.arange(steps, device=x.device) < lengths[:, None]).float()
    return masks[steps, ends].view(len(x), *[1] * (x.dim() - 2), steps)


def together() -> None:
    """On a graphics card, norms of many items at once rather than one after another."""

    def moments(x: Tensor, ends=None) -> Moments:
        valid = mask(x, ends or (x.shape[-1],) * len(x))
        count = valid.sum(dim=-1, keepdim=True)
        mean = (x * valid).sum(dim=-1, keepdim=True) / count
        return Moments(mean, ((x - mean) * valid).square().sum(dim=-1, keepdim=True) / count)

    def silence_after(x: Tensor, ends) -> Tensor:
        return x * mask(x, ends) if ends else x

    def norm(self, x: Tensor, style: Tensor, ends=None) -> Tensor:
        gain, bias = layers.along(self.style(style), x.shape[-1]).chunk(2, dim=1)
        mean, variance = moments(x, ends)
        normal = (x - mean) * torch.rsqrt(variance + layers.EPSILON)
        return silence_after((1 + gain) * normal + bias, ends)

    snake.moments = moments
    vocoder.silence_after = snake.silence_after = layers.silence_after = silence_after
    layers.AdaptiveInstanceNorm.forward = norm


def render(number: int, path: Path, seconds: float, corpus_path: Path, without=()) -> None:
    """One of several processes: utterances until time is up, and windows of some of them."""
    torch.set_num_threads(1)
    together()
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = True
    torch.manual_seed(number)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    observe = Observer(load_model(find_weights("bundled"), device))
    sampler = Sampler(json.loads(corpus_path.read_text()), load_packs(), number, without)
    began = time.monotonic()
    rows, windows = [], []
    while time.monotonic() - began < seconds:
        planned = sorted((observe.plan(*sampler.next()) for _ in range(4 * TOGETHER)), key=len_of)
        for start in range(0, len(planned), TOGETHER):
            group = planned[start : start + TOGETHER]
            summaries, targets, sounds = observe.render(group)
            rows.append((summaries.cpu(), targets.cpu()))
            for item in sampler.random.sample(range(len(group)), max(1, len(group) // 4)):
                cut = window_of(sampler.random, group[item], *sounds[item])
                if cut:
                    windows.append((summaries[item].cpu(), *(part.cpu() for part in cut)))
    inputs, outputs = (torch.cat(each) for each in zip(*rows, strict=True))
    shown = [torch.stack(each) for each in zip(*windows, strict=True)]
    torch.save((inputs, outputs, *shown), path / f"samples{number}.pt")
    print(f"process {number}: {len(inputs)} utterances, {len(windows)} windows", flush=True)


def len_of(planned: Planned) -> int:
    return planned.frames


def window_of(draw: random.Random, planned: Planned, features, signal, wave):
    """(timbre, features, signal, waveform) of a random window with its context"""
    room = 2 * planned.frames - WINDOW - 2 * CONTEXT
    if room < 0:
        return None
    start = draw.randint(0, room)
    stop = start + WINDOW + 2 * CONTEXT
    inside = slice((start + CONTEXT) * 300, (start + CONTEXT + WINDOW) * 300)
    heard = wave[inside]
    if heard.abs().max() < 0.02:
        return None
    return planned.timbre, features[:, start:stop], signal[start * 300 : stop * 300], heard


def load_packs() -> dict[str, Tensor]:
    return {
        path.stem: torch.load(path, weights_only=True).reshape(510, 256).float()
        for path in sorted((ROOT / "voices").glob("*.pt"))
    }


def train(model: Kokoro, inputs: Tensor, outputs: Tensor, hidden: int, basis: int):
    """Means count in typical deviations of their channel, deviations by their logarithm."""
    channels = tuple(each.alpha.shape[1] for each in model.decoder.generator.snakes)
    predictor = StatisticsNetwork(model.config, channels, hidden, basis).to(inputs.device)
    total = sum(channels)
    typical = outputs[:, total:].mean(dim=0).exp()
    targets = torch.cat((outputs[:, :total] / typical, outputs[:, total:]), dim=1)
    predictor.typical_deviation.copy_(typical)
    predictor.input_mean.copy_(inputs.mean(dim=0))
    predictor.input_scale.copy_(1 / inputs.std(dim=0).clamp(min=1e-4))
    centre = targets.mean(dim=0)
    few = targets[:12_000] - centre
    _, _, directions = torch.svd_lowrank(few, q=basis, niter=4)
    with torch.no_grad():
        predictor.widen.weight.copy_(directions * (few @ directions).std(dim=0))
        predictor.widen.bias.copy_(centre)
    steps = EPOCHS * math.ceil(len(inputs) / BATCH)
    optimiser = torch.optim.AdamW(predictor.parameters(), lr=1.5e-3, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 1.5e-3, total_steps=steps)
    for _ in range(EPOCHS):
        order = torch.randperm(len(inputs), device=inputs.device)
        for chosen in order.split(BATCH):
            loss = (predictor.predict(inputs[chosen]) - targets[chosen]).square().mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return predictor, loss.item()


def tune(model: Kokoro, predictor: StatisticsNetwork, windows, rows, seconds: float) -> list:
    """By what is heard: windows rendered with predicted statistics beside the true ones."""
    summaries, timbres, features, signals, waves = windows
    inputs, outputs = rows
    total = sum(predictor.channels)
    device = inputs.device
    triangles = torch.tensor(mel_triangles(), dtype=torch.float32, device=device)
    hann = torch.hann_window(POINTS, device=device)

    def mel(wave: Tensor) -> Tensor:
        spectrum = torch.stft(wave, POINTS, HOP, window=hann, center=False, return_complex=True)
        return 10 * torch.log10(triangles @ (spectrum.real**2 + spectrum.imag**2) + 1e-3)

    optimiser = torch.optim.AdamW(predictor.parameters(), lr=TUNE_RATE, weight_decay=0.0)
    began, losses = time.monotonic(), []
    generator = model.decoder.generator
    while (spent := time.monotonic() - began) < seconds:
        for group in optimiser.param_groups:
            group["lr"] = TUNE_RATE * min(1, 20 * spent / seconds) * (1 - spent / seconds)
        chosen = torch.randint(len(summaries), (TUNE_BATCH,), device=device)
        predicted = predictor.predict(summaries[chosen])
        wave = generator(
            features[chosen], timbres[chosen][:, None], signals[chosen],
            statistics=batch_moments(predictor, predicted),
        )[:, CONTEXT * 300 : -CONTEXT * 300]  # fmt: skip
        heard, wanted = mel(wave), mel(waves[chosen])
        distance = (heard - wanted).abs().mean()
        levels = (power_db(wave) - power_db(waves[chosen])).abs().mean()
        some = torch.randint(len(inputs), (BATCH,), device=device)
        targets = torch.cat(
            (outputs[some, :total] / predictor.typical_deviation, outputs[some, total:]), dim=1
        )
        apart = (predictor.predict(inputs[some]) - targets).square().mean()
        optimiser.zero_grad()
        (distance + 0.5 * levels + 100 * apart).backward()
        torch.nn.utils.clip_grad_norm_(predictor.parameters(), 1.0)
        optimiser.step()
        losses.append((distance.item(), levels.item(), apart.item()))
    return losses


@torch.no_grad()
def halfway(tuned: StatisticsNetwork, fitted: StatisticsNetwork) -> None:
    """Tuned on few windows, it knows them too well: the mean of both is better than either."""
    for one, other in zip(tuned.parameters(), fitted.parameters(), strict=True):
        one.copy_((one + other) / 2)


def power_db(wave: Tensor) -> Tensor:
    return 10 * torch.log10(wave.square().mean(dim=1) + 1e-7)


def batch_moments(predictor: StatisticsNetwork, predicted: Tensor) -> list[Moments]:
    means, log_deviations = predicted.chunk(2, dim=1)
    pairs = zip(
        (means * predictor.typical_deviation).split(predictor.channels, dim=1),
        (2 * log_deviations).exp().split(predictor.channels, dim=1),
        strict=True,
    )
    return [Moments(m[:, :, None, None], v[:, :, None, None]) for m, v in pairs]


def differentiable_snake(self, x, style, ends=None, statistics=None):
    """`Snake.forward` without writing in place."""
    gain, bias = layers.along(self.norm.style(style), x.shape[-1]).unsqueeze(2).chunk(2, dim=1)
    mean, variance = statistics[self.place] if statistics else snake.moments(x, ends)
    alpha = self.alpha.unsqueeze(2)
    y = (x - mean) * (1 + gain) * torch.rsqrt(variance + layers.EPSILON) + bias
    y = y + torch.sin(alpha * y).square() / alpha
    return snake.silence_after(y, ends)


def judge(model: Kokoro, corpus: dict, packs: dict[str, Tensor], predictors: dict) -> dict:
    """{name: {voice: [(log-mel distance, level in dB)]}} on held-out sentences."""
    device = model.device
    result: dict = {name: {} for name in [*predictors, "another seed"]}
    for voice, pack in packs.items():
        for symbols in corpus[voice[0]]["held out"][:JUDGED]:
            row = pack[len(symbols) - 1].to(device)
            encoded = model.encode(torch.tensor([0, *symbols, 0], device=device))
            prosody = model.plan(encoded, row[128:])
            noise = [draw_excitation(2 * prosody.frames, seed).to(device) for seed in (0, 1)]
            whole, reseeded = (model.render(encoded, prosody, row[:128], each) for each in noise)
            sounds = {"another seed": reseeded}
            for name, predictor in predictors.items():
                model.statistics = StatisticsPredictor(predictor)
                windows = [(0, 2 * prosody.frames)]
                pieces = model.stream(encoded, prosody, row[:128], noise[0], windows)
                sounds[name] = torch.cat(list(pieces))
            for name, sound in sounds.items():
                told = compare(whole.cpu().numpy(), sound.cpu().numpy())
                result[name].setdefault(voice, []).append(told)
    return result


def compare(whole: np.ndarray, other: np.ndarray) -> tuple[float, float]:
    """(log-mel distance in dB, difference in level in dB)"""
    level = 10 * np.log10(np.square(other).sum() / np.square(whole).sum())
    a, b = log_mel(whole), log_mel(other)
    floor = a.max() - 60
    heard = (a > floor) | (b > floor)
    distance = np.abs(np.maximum(a, floor) - np.maximum(b, floor))[heard].mean()
    return float(distance), float(level)


def mel_triangles(bands: int = 80) -> np.ndarray:
    """(bands, bins): evenly on the mel scale from 0 to 12 kHz"""
    edges = 700 * (10 ** (np.linspace(0, 2595 * np.log10(1 + 12000 / 700), bands + 2) / 2595) - 1)
    hertz = np.fft.rfftfreq(POINTS, 1 / 24000)
    rise = (hertz - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    fall = (edges[2:, None] - hertz) / (edges[2:] - edges[1:-1])[:, None]
    triangles = np.maximum(0, np.minimum(rise, fall))
    return triangles / triangles.sum(axis=1, keepdims=True).clip(min=1e-9)


def log_mel(audio: np.ndarray) -> np.ndarray:
    """(bands, frames) dB"""
    frames = np.lib.stride_tricks.sliding_window_view(audio, POINTS)[::HOP]
    power = np.abs(np.fft.rfft(frames * np.hanning(POINTS))) ** 2
    return 10 * np.log10(mel_triangles() @ power.T + 1e-10)


def describe(result: dict) -> dict:
    told = {}
    for name, voices in result.items():
        distances = {v: float(np.mean([d for d, _ in rows])) for v, rows in voices.items()}
        levels = {v: float(np.mean([d for _, d in rows])) for v, rows in voices.items()}
        worst = max(abs(level) for rows in voices.values() for _, level in rows)
        told[name] = {
            "mean": float(np.mean(list(distances.values()))),
            "worst voice": max(distances.items(), key=lambda pair: pair[1]),
            "worst sentence": max(d for rows in voices.values() for d, _ in rows),
            "worst level of a voice": max(levels.items(), key=lambda pair: abs(pair[1])),
            "worst level": worst,
        }
    return told


def fit(corpus_path: Path, out: Path) -> None:
    import torch.multiprocessing as processes

    scratch = out / "samples"
    scratch.mkdir(parents=True, exist_ok=True)
    context = processes.get_context("spawn")
    running = [
        context.Process(target=render, args=(number, scratch, RENDER_SECONDS, corpus_path))
        for number in range(WORKERS)
    ]
    for process in running:
        process.start()
    for process in running:
        process.join()
    fit_samples(corpus_path, out, scratch)


def fit_samples(corpus_path: Path, out: Path, scratch: Path) -> None:
    together()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    parts = [torch.load(path) for path in sorted(scratch.glob("*.pt"))]
    inputs, outputs, *windows = (torch.cat(each).to(device) for each in zip(*parts, strict=True))
    print("utterances", tuple(inputs.shape), "windows", len(windows[0]), flush=True)
    model, packs = load_model(find_weights("bundled"), device), load_packs()
    sentences = json.loads(corpus_path.read_text())
    second, _ = train(model, inputs, outputs, *SECOND)
    save(second, out / "statistics-2.safetensors")
    predictor, loss = train(model, inputs, outputs, HIDDEN, BASIS)
    print("fitted: mean squared error", loss, flush=True)
    save(predictor, out / "statistics-fitted.safetensors")
    before = load_network(model, out / "statistics-fitted.safetensors")
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = True
    quick, snake.Snake.forward = snake.Snake.forward, differentiable_snake
    losses = tune(model, predictor, windows, (inputs, outputs), TUNE_SECONDS)
    snake.Snake.forward = quick
    halfway(predictor, before)
    for start in range(0, len(losses), max(1, len(losses) // 10)):
        few = np.mean(losses[start : start + max(1, len(losses) // 10)], axis=0)
        print("tuned", start, few.round(4).tolist(), flush=True)
    save(predictor, out / "statistics-1.safetensors")
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = False
    tuned = load_network(model, out / "statistics-1.safetensors")
    both = [tuned, load_network(model, out / "statistics-2.safetensors")]
    judged = judge(
        model, sentences, packs,
        {"fitted": [before], "tuned": [tuned], "both": both},
    )  # fmt: skip
    told = describe(judged)
    (out / "report.json").write_text(json.dumps({"loss": loss, **told, "judged": judged}))
    print(json.dumps(told, indent=1), flush=True)


def save(predictor: StatisticsNetwork, path: Path) -> None:
    """Matrices as 8-bit integers with a scale for each row, the rest as float16."""
    from safetensors.torch import save_file

    state = {}
    for name, value in predictor.state_dict().items():
        if value.dim() == 2:
            scale = value.abs().amax(dim=1, keepdim=True) / 127
            state[name] = (value / scale).round().to(torch.int8).cpu()
            state[f"{name}.scale"] = scale.cpu()
        else:
            state[name] = value.float().cpu()
    save_file({name: value.contiguous() for name, value in state.items()}, path)


if __name__ == "__main__":
    command, *paths = sys.argv[1:]
    {"corpus": corpus, "fit": fit}[command](*map(Path, paths))
