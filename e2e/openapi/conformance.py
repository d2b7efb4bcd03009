"""Holds the API document against a running product: what it promises is sent to it by schemathesis.

    python conformance.py COMMAND...

starts the product with COMMAND up, in a folder of its own, and runs schemathesis three times: as a user of the plan pro
who has the providers' secret too, as one who draws masks, and as an operator. Streams of events are left out: they do
not end.
"""

import base64
import contextlib
import hashlib
import hmac
import json
import os
import re
import signal
import struct
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
import zlib
from pathlib import Path

from pycocotools.coco import COCO

HERE = Path(__file__).resolve().parent
PHOTO = HERE.parent.parent / "docs" / "accent-wall.jpg"
# Its width and height in pixels.
PHOTO_PX = (900, 600)
START_MAX_S = 180
STOP_MAX_S = 60
JOB_MAX_S = 120
HOUR_S = 3600
MANY = 1_000_000

# Far more calls than a person makes, and photos that need no model.
SETTINGS = {
    "PHOTOSET_SEGMENTER": "stub",
    "PHOTOSET_LIMITS_USERPERMINUTE": str(MANY),
    "PHOTOSET_LIMITS_PREVIEWPERMINUTE": str(MANY),
    "PHOTOSET_LIMITS_SIGNUPPERMINUTE": str(MANY),
    "PHOTOSET_LIMITS_SIGNUPTOTALPERMINUTE": str(MANY),
}


class Product:
    """An installation that runs while this is open."""

    def __init__(self, command, folder):
        self.folder = Path(folder)
        self.log = self.folder / "terminal.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [*command, "up", "--port", "0", "--data", str(self.folder / "data")],
                env={**os.environ, **SETTINGS},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.url = self.wait_until_ready()
        lines = (self.folder / "data" / "secrets.properties").read_text().splitlines()
        self.secrets = dict(line.split("=", 1) for line in lines if not line.startswith("#"))

    def wait_until_ready(self):
        end = time.monotonic() + START_MAX_S
        while time.monotonic() < end and self.process.poll() is None:
            said = self.log.read_text()
            if "Stop with Ctrl-C" in said:
                return re.search(r"API +(http://\S+)", said).group(1)
            time.sleep(0.2)
        self.close()
        sys.exit("The product did not start:\n" + self.log.read_text())

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(STOP_MAX_S)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def call(self, method, path, token=None, body=None):
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = "Bearer " + token
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)["data"]

    def operator(self):
        """A token as the command "token --admin" makes it."""
        key = self.secrets["token"].encode()
        thumbprint = hashlib.sha256(json.dumps({"k": text(key), "kty": "oct"}, separators=(",", ":")).encode()).digest()
        now = int(time.time())
        head = {"alg": "HS256", "kid": text(thumbprint)}
        claims = {
            "sub": "operator",
            "jti": str(uuid.uuid4()),
            "iss": "photoset",
            "aud": "photoset-api",
            "iat": now,
            "exp": now + HOUR_S,
            "scope": "admin",
        }
        signed = ".".join(text(json.dumps(part).encode()) for part in (head, claims))
        return signed + "." + text(hmac.digest(key, signed.encode(), "sha256"))


def text(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def rule(product, token):
    """A saved rule."""
    blurred = {"name": "blurred", "preset_id": "interior", "concepts": {"Wall": {"action": "blur"}}}
    return product.call("POST", "/rules", token, blurred)["rule"]["id"]


def created(product, token):
    """A job that waits for its photo."""
    announced = {"content_type": "image/jpeg", "size": PHOTO.stat().st_size}
    return product.call("POST", "/jobs", token, {"preset": "interior", "items": [announced]})


def uploaded(product, token):
    """A job whose photo lies in the store."""
    job = created(product, token)
    link = job["presigned_urls"][0]
    photo = PHOTO.read_bytes()
    request = urllib.request.Request(link["url"], photo, link["headers"], method=link["method"])
    urllib.request.urlopen(request).close()
    return job["job_id"]


def delivered(product, token):
    """A job that is done."""
    job = uploaded(product, token)
    product.call("POST", f"/jobs/{job}/confirm-upload", token)
    rule = {"Wall": {"action": "recolor", "value": "sage"}}
    product.call("POST", f"/jobs/{job}/execute", token, {"concepts": rule})
    end = time.monotonic() + JOB_MAX_S
    while product.call("GET", f"/jobs/{job}", token)["job"]["status"] in (
        "queued",
        "running",
    ):
        if time.monotonic() > end:
            sys.exit("The job of the test did not end.")
        time.sleep(0.5)
    return job


def drawn(level):
    """A mask of the photo, one grey all over: a PNG of 8 bits a pixel."""
    width, height = PHOTO_PX
    rows = (b"\0" + bytes([level]) * width) * height
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def masked(product, token):
    """A job that waits for its rule and has own masks to step back from."""
    job = uploaded(product, token)
    product.call("POST", f"/jobs/{job}/confirm-upload", token)
    masks = f"/jobs/{job}/items/0/masks"
    for level in range(200, 210):
        link = product.call("POST", masks, token, {"concept": "Wall"})["upload"]
        request = urllib.request.Request(link["url"], drawn(level), link["headers"], method=link["method"])
        urllib.request.urlopen(request).close()
        product.call("PUT", masks + "/Wall", token)
    return job


def read_coco(product, token, job):
    """The masks of a job as others read them: pycocotools finds the photo, the concept and each of its pixels."""
    request = urllib.request.Request(product.url + f"/jobs/{job}/masks?format=coco")
    request.add_header("Authorization", "Bearer " + token)
    file = product.folder / "masks.json"
    with urllib.request.urlopen(request) as answer:
        file.write_bytes(answer.read())
    masks = COCO(file)
    category = masks.getCatIds(["Wall"])
    annotations = masks.loadAnns(masks.getAnnIds(masks.getImgIds(), category))
    width, height = PHOTO_PX
    found = [(masks.annToMask(one).shape, int(masks.annToMask(one).sum())) for one in annotations]
    if found != [((height, width), width * height)]:
        sys.exit(f"pycocotools reads other masks than were drawn: {found}")


def schemathesis(product, token, known, *options):
    answers = product.folder / "answers.json"
    environment = {
        **os.environ,
        "CONFORMANCE_URL": product.url,
        "CONFORMANCE_TOKEN": token,
        "CONFORMANCE_KNOWN": json.dumps(known),
        "CONFORMANCE_ANSWERS": str(answers),
    }
    command = [
        str(Path(sys.executable).with_name("schemathesis")),
        "run",
        product.url + "/v3/api-docs",
        *options,
    ]
    failed = subprocess.run(command, cwd=HERE, env=environment, check=False).returncode
    return unreached(json.loads(answers.read_text())) or failed


def unreached(answers):
    """A call that was refused each time shows nothing about its answers."""
    unreached = [operation for operation, statuses in answers.items() if min(statuses) >= "300"]
    for operation, statuses in sorted(answers.items()):
        told = ", ".join(f"{statuses[status]} x {status}" for status in sorted(statuses))
        print(f"  {operation:14} {told}")
    if unreached:
        print("Never answered with success: " + ", ".join(unreached))
    return 1 if unreached else 0


def main(command):
    with (
        tempfile.TemporaryDirectory(prefix="photoset-conformance-") as folder,
        contextlib.closing(Product(command, folder)) as product,
    ):
        operator = product.operator()
        user = product.call("POST", "/auth/anon")
        change = {"plan": "pro", "grant": MANY, "reason": "conformance"}
        product.call("PATCH", "/admin/users/" + user["user_id"], operator, change)
        known = {
            "presets": ["interior", "seller"],
            "rules": [rule(product, user["token"])],
            "jobs": [delivered(product, user["token"])],
            # Apart from those that the calls delete.
            "segmented": [delivered(product, user["token"])],
            "waiting": [
                created(product, user["token"])["job_id"],
                uploaded(product, user["token"]),
            ],
        }
        other = product.call("POST", "/auth/anon")["user_id"]
        artist = product.call("POST", "/auth/anon")["token"]
        drawing = masked(product, artist)
        read_coco(product, artist, drawing)
        failures = [
            schemathesis(
                product,
                artist,
                {"masked": [drawing]},
                "--include-path-regex",
                "/masks",
            ),
            schemathesis(
                product,
                user["token"],
                known,
                "--header",
                "X-Callback-Secret: " + product.secrets["callback"],
                "--exclude-path-regex",
                "^/admin/|/masks",
                "--exclude-operation-id",
                "followJob",
            ),
            schemathesis(
                product,
                operator,
                {"users": [other]},
                "--include-path-regex",
                "^/admin/",
            ),
        ]
    return max(failures)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
