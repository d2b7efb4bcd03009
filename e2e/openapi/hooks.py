"""What the calls of schemathesis need beside the API document.

A schema says the form of a call. What it cannot say is mended here before a call is sent, in those calls only that are
meant to be good: names that must differ, numbers that depend on each other, things that must exist.
"""

import atexit
import itertools
import json
import os
import urllib.request
from collections import Counter, defaultdict
from pathlib import Path

import schemathesis
from schemathesis.core.parameters import ParameterLocation

BASE = os.environ["CONFORMANCE_URL"]
TOKEN = os.environ["CONFORMANCE_TOKEN"]
# Of what conformance.py has made, and of what the calls make; each kind in turn.
KNOWN = defaultdict(list, json.loads(os.environ["CONFORMANCE_KNOWN"]))
KNOWN_MAX = 10
TURNS = itertools.count()
KEYS = itertools.count()
# How often each operation was answered with each status, for conformance.py.
ANSWERS = defaultdict(Counter)
atexit.register(lambda: Path(os.environ["CONFORMANCE_ANSWERS"]).write_text(json.dumps(ANSWERS)))

KIND_OF_OPERATION = {
    "getPreset": "presets",
    "changeRule": "rules",
    "deleteRule": "spare rules",
    "changeAccount": "users",
    "revokeTokens": "users",
    "getJob": "jobs",
    "cancelJob": "jobs",
    "retryJob": "jobs",
    "confirmUpload": "waiting",
    "executeJob": "waiting",
    "deleteJob": "jobs",
    "segmentJob": "waiting",
    "listInstances": "jobs",
    "previewPhoto": "segmented",
    "nameInstance": "jobs",
    "linkMask": "masked",
    "useMask": "masked",
    "stepBackMask": "masked",
    "getMask": "masked",
    "composeSet": "jobs",
    "listSets": "jobs",
    "exportMasks": "masked",
    "reportPhoto": "jobs",
}

# A token that these calls end must be nobody else's.
ENDS_ITS_TOKEN = {"refreshToken", "revokeToken"}

# Corners of a rectangle in perspective, and a colour that every screen shows.
CORNERS = [[0.1, 0.2], [0.9, 0.1], [0.9, 0.9], [0.1, 0.8]]
LAB = "lab(62 -12 20)"


def get(path):
    with urllib.request.urlopen(BASE + path) as answer:
        return json.load(answer)["data"]


PRESETS = {preset["id"]: get("/presets/" + preset["id"]) for preset in get("/presets")}
CONCEPTS = {detail["id"] for preset in PRESETS.values() for detail in preset["concept_details"]}
THINGS = {
    detail["id"] for preset in PRESETS.values() for detail in preset["concept_details"] if detail["kind"] == "instance"
}
# Of the jobs and rules that are in KNOWN.
PRESET = "interior"


def operation_id(case):
    return case.operation.definition.raw.get("operationId")


def is_good(case):
    return case.meta is not None and case.meta.generation.mode.is_positive


@schemathesis.auth(refresh_interval=None)
class Tokens:
    """The token of the run, or that of a new account where it ends with the call."""

    def get(self, case, context):
        if operation_id(case) not in ENDS_ITS_TOKEN:
            return TOKEN
        request = urllib.request.Request(BASE + "/auth/anon", method="POST")
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)["data"]["token"]

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), "Authorization": "Bearer " + data}


@schemathesis.hook
def before_call(context, case, kwargs):
    operation = operation_id(case)
    own_key(case)
    known_id(case, KNOWN[KIND_OF_OPERATION.get(operation)])
    if isinstance(case.body, dict):
        if operation in ("changeRule", "executeJob", "previewPhoto"):
            own_concepts(case.body, PRESET)
        if is_good(case):
            mend(operation, case.body)


@schemathesis.hook
def after_call(context, case, response):
    ANSWERS[operation_id(case)][response.status_code] += 1
    if operation_id(case) == "deleteRule" and response.status_code == 200:
        deleted = case.path_parameters["id"]
        KNOWN["spare rules"] = [rule for rule in KNOWN["spare rules"] if rule != deleted]
    if response.status_code != 201:
        return
    data = response.json()["data"]
    if operation_id(case) == "createJob":
        keep("jobs", data["job_id"])
    elif operation_id(case) == "createRule" and not keep("spare rules", data["rule"]["id"]):
        # The plan has a slot for each rule; what is not kept gives its own back.
        request = urllib.request.Request(BASE + "/rules/" + data["rule"]["id"], method="DELETE")
        request.add_header("Authorization", "Bearer " + TOKEN)
        urllib.request.urlopen(request).close()


def keep(kind, new):
    if len(KNOWN[kind]) < KNOWN_MAX:
        KNOWN[kind].append(new)
        return True
    return False


def known_id(case, known):
    """Calls something that is there: whatever is wrong is wrong with it, and one good call in two is about nothing."""
    links = case.meta and case.meta.phase.name.value == "stateful"
    if not known or links or not case.meta or case.meta.is_negative_at(ParameterLocation.PATH):
        return
    turn = next(TURNS)
    if not is_good(case) or turn % 2:
        case.path_parameters["id"] = known[turn // 2 % len(known)]
        # A concept that the preset lacks is refused before the mask is looked for, and the job has one photo.
        others = {"concept": PRESETS[PRESET]["concepts"][0], "idx": 0}
        case.path_parameters.update({name: others[name] for name in others.keys() & case.path_parameters.keys()})


def own_key(case):
    """A key that was used for another call is refused before anything else is looked at."""
    if case.meta and not case.meta.is_negative_at(ParameterLocation.HEADER):
        for name in [name for name in case.headers or {} if name.lower() == "idempotency-key"]:
            case.headers[name] = f"key {next(KEYS)}"


def mend(operation, body):
    if operation in ("createRule", "changeRule"):
        mend_rule(body, body.get("preset_id") or PRESET)
    elif operation == "executeJob":
        mend_execute(body)
    elif operation == "segmentJob":
        mend_segment(body)
    elif operation == "linkMask":
        body["concept"] = PRESETS[PRESET]["concepts"][0]
    elif operation == "composeSet":
        mend_set(body)
    elif operation == "previewPhoto":
        mend_preview(body)
    elif operation == "reportPhoto":
        mend_report(body)


def own_concepts(rule, preset):
    """The document names the concepts of all presets; those of another one are refused before anything else."""
    known = PRESETS[preset]
    concepts = rule.get("concepts")
    if isinstance(concepts, dict) and CONCEPTS.issuperset(concepts):
        rule["concepts"] = dict(zip(known["concepts"], concepts.values(), strict=False))
    protect = rule.get("protect")
    if isinstance(protect, list) and all(name in CONCEPTS for name in protect if isinstance(name, str)):
        details = [concept["id"] for concept in known["concept_details"]]
        rule["protect"] = [name for name in protect if name in details or not isinstance(name, str)]


def mend_rule(rule, preset):
    own_concepts(rule, preset)
    actions = rule.get("concepts") or {}
    for concept, action in actions.items():
        # Only things can be taken out of a photo.
        if action.get("action") == "remove" and concept not in THINGS:
            actions[concept] = {"action": "blur"}
        mend_action(actions[concept])


def mend_action(action):
    for name in ("value", "present"):
        if str(action.get(name)).lower().startswith("lab"):
            action[name] = LAB
    if action.get("corners"):
        action["corners"] = CORNERS


def mend_execute(wish):
    if wish.get("output_template"):
        wish["output_template"] = "before_after"
    # A JPEG cannot be transparent, which a background may ask for.
    if wish.get("output_format") == "jpeg":
        wish["output_format"] = "webp"
    # Ids of instances are those of the job, which has none yet.
    wish["instances"] = None
    mend_rule(wish, PRESET)
    for number, variant in enumerate(wish.get("variants") or []):
        variant["id"] = f"v{number}"
        variant["instances"] = None
        mend_rule(variant, PRESET)


def mend_set(wish):
    wish["output_template"] = "before_after"
    # For another template.
    wish["label"] = None
    # Every job has a photo 0.
    names = list((wish.get("names") or {}).values())
    wish["names"] = {"0": names[0]} if names else {}


def mend_segment(wish):
    known = [concept["id"] for concept in PRESETS[PRESET]["concept_details"]]
    wish["concepts"] = known[: len(wish["concepts"])]
    # Boxes lie in photos of the job and belong to its concepts.
    wish["exemplars"] = None


def mend_preview(wish):
    # The job has one photo, which was looked at for walls.
    wish["idx"] = 0
    wish["rule_id"] = None
    wish["instances"] = None
    wish["protect"] = []
    mend_rule(wish, PRESET)
    actions = list((wish.get("concepts") or {}).values())
    wish["concepts"] = {"Wall": next((one for one in actions if one.get("action") != "remove"), {"action": "blur"})}


def mend_report(report):
    # Photo 0 is there in every job, and a job that waits for nobody has ordered no concept.
    report["idx"] = 0
    report["idempotency_key"] = "activity.0:" + report["idempotency_key"].rsplit(":", 1)[1]
    if report.get("instances"):
        report["instances"] = []
