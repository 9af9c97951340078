#!/usr/bin/env python3
"""Makes the demo's recordings, transcripts and pictures from the scripts and drawings beside this file.

Needs espeak-ng (the voices), ffmpeg (MP3) and chromium (the drawings). A script's lines: "@ Name = voice speed pitch",
"# Chapter", "~ seconds of music", "Name: words". What is written down in the transcript is what was given to the voice.
"""
import array, pathlib, random, subprocess, sys, tempfile, wave

RATE = 22050
HERE = pathlib.Path(__file__).parent
SHOWS = HERE.parent / "src/Cli/Demo/Shows"
PAUSE = 0.35


def say(words, voice, speed, pitch):
    """The words as samples, without the silence that the voice puts around them."""
    out = subprocess.run(["espeak-ng", "--stdout", "-v", voice, "-s", speed, "-p", pitch, words], check=True, capture_output=True).stdout
    samples = array.array("h", out[44:])
    loud = [i for i, s in enumerate(samples) if abs(s) > 200]
    return [s / 32768 for s in samples[loud[0] : loud[-1] + 1]]


def pluck(frequency, seconds, chance):
    """A plucked string after Karplus and Strong: a burst of noise in a loop that averages itself away."""
    loop = [chance.uniform(-1, 1) for _ in range(int(RATE / frequency))]
    for i in range(int(RATE * seconds)):
        at, following = i % len(loop), (i + 1) % len(loop)
        yield loop[at]
        loop[at] = 0.996 * (loop[at] + loop[following]) / 2


def music(seconds, seed):
    """A slow arpeggio in D, a little different for every seed."""
    chance = random.Random(seed)
    chords = [(146.8, 220.0, 293.7, 370.0), (123.5, 185.0, 246.9, 293.7), (98.0, 196.0, 246.9, 293.7), (110.0, 220.0, 277.2, 329.6)]
    track, beat = [0.0] * int(RATE * seconds), 0.29
    for n in range(int(seconds / beat)):
        chord = chords[n // 8 % 4]
        note = chord[0] if n % 8 == 0 else chance.choice(chord[1:]) * (2 if chance.random() < 0.2 else 1)
        start = int(n * beat * RATE)
        for i, s in enumerate(pluck(note, min(1.6, seconds - n * beat), chance)):
            if start + i < len(track):
                track[start + i] += s * (0.5 if n % 8 == 0 else 0.34)
    return track


def clock(seconds, comma="."):
    minutes, rest = divmod(seconds, 60)
    return f"00:{int(minutes):02}:{rest:06.3f}".replace(".", comma)


def perform(script, seed):
    """The mixed recording, its cues (start, end, speaker, words) and its chapters (start, title)."""
    voices, spoken, cues, chapters, at, beds = {}, [], [], [], 0.0, []
    for line in script.read_text().splitlines():
        if line.startswith("@ "):
            name, voice = line[2:].split(" = ")
            voices[name] = voice.split()
        elif line.startswith("# "):
            chapters.append((at, line[2:]))
        elif line.startswith("~ "):
            beds.append((at, at + float(line[2:])))
            at += float(line[2:])
        else:
            name, words = line.split(": ", 1)
            voice = say(words, *voices[name])
            spoken.append((at, voice))
            cues.append((at, at + len(voice) / RATE, name, words))
            at += len(voice) / RATE + PAUSE
    mix, gain = music(at, seed), 0.9
    for i in range(len(mix)):
        # Full where nobody speaks, low under the voice, gone at the end.
        now = i / RATE
        wanted = 0.9 if any(a <= now < b - 0.3 for a, b in beds) else 0.13
        gain += (wanted - gain) / (RATE * 0.18)
        mix[i] *= gain * min(1.0, (at - now) / 2.0)
    for start, voice in spoken:
        for i, s in enumerate(voice):
            if int(start * RATE) + i < len(mix):
                mix[int(start * RATE) + i] += s * 0.8
    return mix, cues, chapters


def draw(name, target):
    """A drawing as a JPEG of 1400 by 1400 pixels."""
    with tempfile.TemporaryDirectory() as folder:
        shot = pathlib.Path(folder) / "shot.png"
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--hide-scrollbars", "--window-size=1400,1400", f"--screenshot={shot}",
                        (HERE / "art" / f"{name}.svg").as_uri()], check=True, capture_output=True)
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", str(shot), "-pix_fmt", "yuvj420p", "-q:v", "9", "-bitexact", str(target)], check=True)


def encode(mix, target, tags=(), chapters=(), picture=None):
    with tempfile.TemporaryDirectory() as folder:
        wav, marks = pathlib.Path(folder) / "mix.wav", pathlib.Path(folder) / "marks.txt"
        with wave.open(str(wav), "wb") as file:
            file.setparams((1, 2, RATE, 0, "NONE", ""))
            file.writeframes(array.array("h", [int(max(-1, min(1, s)) * 32000) for s in mix]).tobytes())
        ends = [start for start, _ in chapters[1:]] + [len(mix) / RATE]
        marks.write_text(";FFMETADATA1\n" + "".join(f"{key}={value}\n" for key, value in tags) + "".join(
            f"[CHAPTER]\nTIMEBASE=1/1000\nSTART={int(start * 1000)}\nEND={int(end * 1000)}\ntitle={title}\n" for (start, title), end in zip(chapters, ends)))
        cover = ["-i", str(picture)] if picture else []
        maps = ["-map", "0:a"] + (["-map", "2:v", "-c:v", "copy", "-disposition:v", "attached_pic", "-metadata:s:v", "comment=Cover (front)"] if picture else [])
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", str(wav), "-i", str(marks), *cover, *maps, "-map_metadata", "1", "-map_chapters", "1",
                        "-c:a", "libmp3lame", "-b:a", "32k", "-ar", str(RATE), "-id3v2_version", "3", "-bitexact", "-fflags", "+bitexact", str(target)], check=True)


def main():
    for show in ("last-stop", "kettle-lane-almanac"):
        draw(show, SHOWS / show / "cover.jpg")
    with tempfile.TemporaryDirectory() as folder:
        picture = pathlib.Path(folder) / "waits.jpg"
        draw("train-that-waits", picture)
        mix, _, chapters = perform(HERE / "train-that-waits.script", 3)
        tags = [("title", "The Train That Waits for the Tide"), ("artist", "Kettle Lane Radio"), ("album", "Last Stop"), ("track", "1"), ("date", "2025-09-05"),
                ("comment", "At Saltmarsh Halt the sea crosses the line twice a day, and nobody on the train is in a hurry.")]
        encode(mix, SHOWS / "last-stop/train-that-waits.mp3", tags, chapters, picture)
    mix, cues, chapters = perform(HERE / "night-bread.script", 11)
    bread = SHOWS / "last-stop/night-bread"
    encode(mix, bread.with_suffix(".mp3"))
    bread.with_suffix(".vtt").write_text("WEBVTT\n\n" + "\n".join(f"{clock(a)} --> {clock(b)}\n<v {who}>{words}\n" for a, b, who, words in cues))
    bread.with_suffix(".chapters.txt").write_text("".join(f"{clock(start)[:8]} {title}\n" for start, title in chapters))


sys.exit(main())
