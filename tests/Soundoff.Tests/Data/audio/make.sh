#!/bin/bash
# How these recordings were made, with espeak-ng and ffmpeg 5.1: a sentence of our own, tagged and packed in every way. What ffmpeg cannot
# make is built by the tests (Make.cs). Run it in an empty folder; copy over only what is to change, for encoders differ in their bytes.
set -e
work=$(mktemp -d)
echo "Good evening. This is a short test of the sound, read by a machine." | espeak-ng -w $work/s.wav --stdin
ffmpeg -v error -y -f lavfi -i testsrc=size=160x160:rate=1 -frames:v 1 -q:v 12 $work/cover.jpg
cat > $work/meta.txt <<'M'
;FFMETADATA1
title=Evening sound – Ünïcode
artist=Radio Example
album=The Test Show
comment=A short test of the sound.
genre=Podcast
date=2024-05-01
track=7/12
[CHAPTER]
TIMEBASE=1/1000
START=0
END=2000
title=Opening
[CHAPTER]
TIMEBASE=1/1000
START=2000
END=3500
title=Closing „words“
M
FF="ffmpeg -v error -y -bitexact"
M="-i $work/s.wav -i $work/meta.txt -map_metadata 1 -map_chapters 1 -map 0:a -ac 1"
N="-i $work/s.wav -map_metadata -1 -ac 1"
P="-i $work/s.wav -i $work/meta.txt -i $work/cover.jpg -map_metadata 1 -map_chapters 1 -map 0:a -map 2:v -c:v copy -disposition:v attached_pic -ac 1"
$FF $P -ar 22050 -b:a 24k -id3v2_version 3 tagged-v23.mp3
$FF $P -ar 22050 -b:a 24k -id3v2_version 4 -write_id3v1 1 tagged-v24.mp3
$FF $N -ar 22050 -q:a 8 xing-vbr.mp3
$FF $N -ar 8000 -b:a 8k info-8khz.mp3
$FF $N -ar 44100 -b:a 32k -write_xing 0 -id3v2_version 0 headerless-cbr.mp3
$FF $N -ar 22050 -q:a 8 -write_xing 0 -id3v2_version 0 headerless-vbr.mp3
$FF $N -ar 44100 -b:a 32k -c:a mp2 -f mp2 layer2.mp3
$FF $P -ar 22050 -b:a 24k tagged.m4a
$FF $P -ar 22050 -b:a 24k -movflags +faststart faststart.m4a
$FF $M -ar 22050 -b:a 24k -movflags +frag_keyframe+empty_moov+default_base_moof -frag_duration 500000 fragmented.m4a
$FF $N -ar 22050 -b:a 24k -movflags +dash+global_sidx+empty_moov -frag_duration 1000000 indexed.m4a
$FF $N -ar 22050 -b:a 24k -movflags +frag_keyframe -frag_duration 1000000 hybrid.m4a
$FF $N -ar 16000 -c:a alac alac.m4a
$FF -i $work/s.wav -f lavfi -i testsrc=size=64x64:rate=2 -map_metadata -1 -ac 1 -ar 22050 -b:a 24k -c:v mpeg4 -b:v 20k -shortest -f mp4 video.m4a
C='-metadata CHAPTER001=00:00:00.000 -metadata CHAPTER001NAME=Opening -metadata CHAPTER002=00:00:02.000 -metadata CHAPTER002NAME=Closing -metadata CHAPTER002URL=https://radio.example/closing'
$FF $M -map_chapters -1 $C -ar 22050 -c:a libvorbis -q:a 0 tagged-vorbis.ogg
$FF $M -ar 16000 -c:a libopus -b:a 16k tagged.opus
$FF $N -ar 24000 -c:a libopus -b:a 16k opus.ogg
$FF $N -ar 16000 -c:a flac -f ogg flac-in-ogg.ogg
$FF $P -map_chapters -1 $C -ar 16000 -c:a flac -sample_fmt s16 tagged.flac
$FF $M -ar 16000 -c:a pcm_s16le -write_id3v2 0 -f wav info.wav
$FF $N -ar 8000 -c:a pcm_s24le -f wav extensible.wav
$FF $N -ar 8000 -c:a pcm_u8 -f wav - | cat > streamed.wav
$FF $N -ar 8000 -c:a pcm_u8 -f wav -rf64 always large-kind.wav
$FF $N -ar 8000 -c:a adpcm_ima_wav packed.wav
$FF $M -ar 8000 -c:a pcm_u8 -write_bext 1 -metadata description="A broadcaster's note" -metadata origination_date=2024-05-01 broadcast.wav
$FF $N -ar 22050 -b:a 24k -f adts plain.aac
$FF $M -ar 22050 -b:a 24k -movflags +frag_keyframe+empty_moov+default_base_moof+skip_trailer -frag_duration 500000 walked.m4a
sed 's/chpl/free/' tagged.m4a > quicktime-chapters.m4a
python3 - $work/cover.jpg <<'PY' > $work/picture.txt
import base64, struct, sys
p = open(sys.argv[1], 'rb').read()
b = struct.pack('>II', 3, 10) + b'image/jpeg' + struct.pack('>IIIIII', 0, 160, 160, 24, 0, len(p)) + p
sys.stdout.write(base64.b64encode(b).decode())
PY
$FF $N -metadata METADATA_BLOCK_PICTURE="$(cat $work/picture.txt)" -ar 16000 -c:a libopus -b:a 16k picture.opus
$FF $N -t 2 -ar 22050 -c:a libvorbis -q:a 0 -serial_offset 77 $work/second.ogg
cat tagged-vorbis.ogg $work/second.ogg > chained.ogg
$FF $P -ar 22050 -c:a flac -f flac - | cat > streamed.flac

rm -r $work
