"""Reads feeds as two clients do that know nothing of us, and prints what they found: Debian's python3-feedparser and python3-podcastparser."""
import io, json, sys
import feedparser, podcastparser

found = {}
for path in sys.argv[1:]:
    data = open(path, "rb").read()
    feed = feedparser.parse(data)
    podcast = podcastparser.parse("https://radio.example/feed.xml", io.BytesIO(data))
    found[path] = {
        "wellFormed": not feed.bozo,
        "title": feed.feed.title,
        "language": feed.feed.language,
        "entries": [{
            "guid": e.id,
            "title": e.title,
            "published": list(e.published_parsed),
            "enclosures": [[x.href, x.length, x.type] for x in e.enclosures],
            "duration": e.get("itunes_duration"),
        } for e in feed.entries],
        "episodes": [{
            "guid": e["guid"],
            "title": e["title"],
            "published": e["published"],
            "seconds": e["total_time"],
            "enclosures": [[x["url"], x["file_size"], x["mime_type"]] for x in e["enclosures"]],
            "chapters": [[c["start"], c["title"]] for c in e.get("chapters", [])],
        } for e in podcast["episodes"]],
    }
json.dump(found, sys.stdout)
