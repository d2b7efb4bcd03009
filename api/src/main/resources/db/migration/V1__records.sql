-- The records: who may spend what, what every job is doing, and why. Written by the api only, as the role ${app}, which
-- owns nothing: the books below only grow, whatever the api's code says. Rows are locked in the order job, account, user.
alter default privileges grant select, insert, update, delete on tables to "${app}";
grant select on flyway_schema_history to "${app}";

create table users (
    id          text primary key,
    plan        text        not null check (plan in ('free', 'pro')),
    created_at  timestamptz not null default now(),
    -- Tokens that were issued before are revoked.
    tokens_from timestamptz
);

-- Tokens that ended before their time: replaced by a successor, or revoked when there is none.
create table ended_tokens (
    id                    text primary key,
    user_id               text        not null,
    successor             text unique,
    successor_issued_at   timestamptz,
    successor_expires_at  timestamptz,
    -- The successor has arrived: from then on it is not given again.
    successor_used        boolean     not null default false,
    -- When the token could not be renewed any more, had it not ended; nobody needs the row after that.
    forgotten_at          timestamptz not null
);
create index ended_tokens_by_end on ended_tokens (forgotten_at);

create table credit_accounts (
    user_id    text primary key references users,
    available  bigint not null check (available >= 0),
    held       bigint not null check (held >= 0),
    spent      bigint not null check (spent >= 0)
);

-- Append-only. One row moves `amount` credits from one balance to another; `cause` makes each move happen once:
-- grant:start, hold:{job}, hold:{job}:variants, hold:{job}:retry:{n}, capture:{job}:{idx}, release:{job}:{idx},
-- release:{job}:rest; the last three of retry n end with :retry:{n}.
create table billing_events (
    id          bigint generated always as identity primary key,
    user_id     text        not null references credit_accounts,
    job_id      text,
    kind        text        not null check (kind in ('grant', 'hold', 'capture', 'release')),
    amount      bigint      not null check (amount > 0),
    cause       text        not null,
    created_at  timestamptz not null default now(),
    unique (user_id, cause)
);
create index billing_events_by_job on billing_events (job_id);
revoke update, delete on billing_events from "${app}";

create table rules (
    id          text primary key,
    user_id     text        not null references users,
    preset_id   text        not null,
    name        text        not null,
    -- json, not jsonb: the order of the concepts decides which of two wins a pixel.
    concepts    json        not null,
    protect     json        not null,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now()
);
create index rules_by_user on rules (user_id, created_at desc, id);

create table jobs (
    id               text primary key,
    user_id          text        not null references users,
    preset           text        not null,
    plan             text        not null,
    status           text        not null
        check (status in ('created', 'uploaded', 'queued', 'running', 'done', 'failed', 'canceled')),
    -- JobState.isFinal: the one place in SQL that says which states are.
    ended            boolean     not null generated always as (status in ('done', 'failed', 'canceled')) stored,
    total_items      int         not null,
    done_items       int         not null default 0,
    failed_items     int         not null default 0,
    -- Held at confirm, a credit for each item, and at execute, for each further variant of the items that are left. At the
    -- end held = captured + released, and captured = done_items * item_credits.
    held_credits     int         not null default 0,
    -- What an item costs, delivered in every variant.
    item_credits     int         not null default 1 check (item_credits > 0),
    -- Why a final state was reached, a JobEnd.Reason in lower case.
    end_reason       text,
    -- [{id, name, rule_id, rule}] in the order of the request; one for a job with one rule, null before execute. json, not
    -- jsonb: the order of a rule's concepts counts.
    variants         json,
    -- The set that is composed when the job is done.
    output_template  text,
    -- What the workers were told, an Execution: a retry tells them the same.
    execution        json,
    -- How often what failed was run again.
    retries          int         not null default 0,
    -- When it was queued last, by execute or a retry, with how many items; and what those took that have ended since.
    queued_at        timestamptz,
    queued_items     int         not null default 0,
    work_seconds     double precision not null default 0,
    last_seq         bigint      not null default 0,
    -- Confirms and executes that were refused for what their caller can cure; part of the next update's id.
    refusals         int         not null default 0,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    -- Of the last run of segmentation before the rule; "none" before the first one.
    segmentation     text        not null default 'none' check (segmentation in ('none', 'running', 'done', 'failed')),
    segmentation_runs int        not null default 0,
    -- When somebody last asked Temporal whether the open job still has a workflow.
    reconciled_at    timestamptz not null default now(),
    -- How long the uploaded job waits for a rule.
    execute_window   interval    not null default interval '24 hours',
    -- When the job ends by itself: the upload window, then the execute window, then the end of retention.
    expires_at       timestamptz not null,
    -- Whose photos are copied at confirm, in place of an upload.
    source_job_id    text references jobs on delete set null,
    -- Whether anybody may still read the pictures. Objects are deleted after this says so, and the time is written when
    -- the last of them is gone; uploads go earlier.
    pictures         text        not null default 'kept' check (pictures in ('kept', 'expired', 'deleted')),
    pictures_deleted_at timestamptz,
    uploads_deleted_at  timestamptz,
    -- When somebody was last given a link to put an own mask, which lies among the uploads.
    mask_linked_at      timestamptz
);
create index jobs_by_user on jobs (user_id, created_at desc, id desc);
create index jobs_open on jobs (reconciled_at) where not ended;

create index jobs_at_work on jobs (queued_at) where not ended and queued_at is not null;
create index jobs_segmenting on jobs (id) where segmentation = 'running';
create index jobs_copies on jobs (source_job_id) where source_job_id is not null and status = 'created';
create index jobs_to_expire on jobs (expires_at) where pictures = 'kept' and ended;
create index jobs_to_delete on jobs (expires_at) where pictures <> 'kept' and pictures_deleted_at is null;
create index jobs_with_uploads on jobs (created_at) where uploads_deleted_at is null;

create table job_items (
    job_id        text not null references jobs on delete cascade,
    idx           int  not null,
    status        text not null check (status in ('pending', 'running', 'done', 'failed', 'canceled')),
    -- ItemState.isFinal, likewise.
    ended         boolean not null generated always as (status in ('done', 'failed', 'canceled')) stored,
    upload_key    text not null,
    content_type  text,
    declared_bytes bigint,
    declared_sha256 text,
    input_key     text,
    input_bytes   bigint,
    sha256        text,
    -- What a white sheet would show under the photo's light, #rrggbb; null if it was not looked for.
    white         text,
    width         int,
    height        int,
    -- When the work on it began last.
    began_at      timestamptz,
    error_code    text,
    error_message text,
    segmentation  text not null default 'none' check (segmentation in ('none', 'running', 'done', 'failed')),
    segmentation_error_code    text,
    segmentation_error_message text,
    primary key (job_id, idx)
);

-- The masks that were found in each photo, so that nobody looks for them again.
create table job_found (
    job_id     text    not null,
    idx        int     not null,
    concept    text    not null,
    model      text    not null,
    mask_key   text    not null,
    area       bigint  not null,
    instances  int     not null,
    score      double precision not null,
    -- All of the concept is one instance.
    surface    boolean not null,
    primary key (job_id, idx, concept),
    foreign key (job_id, idx) references job_items on delete cascade
);

-- What was looked for before the rule.
create table job_concepts (
    job_id   text not null references jobs on delete cascade,
    concept  text not null,
    primary key (job_id, concept)
);

-- Of every version of a mask, so that a step back changes nothing here; current_instances has those in use.
create table job_instances (
    job_id       text   not null,
    idx          int    not null,
    concept      text   not null,
    -- Its value in the photo's label map of the concept.
    label        int    not null check (label > 0),
    -- The same for the same thing in all photos of the job.
    instance_id  text   not null,
    score        double precision not null,
    box_x        int    not null,
    box_y        int    not null,
    box_w        int    not null,
    box_h        int    not null,
    area         bigint not null,
    -- Of the own mask that it comes from; 0 is the model's.
    version      int    not null default 0,
    primary key (job_id, idx, concept, version, label),
    foreign key (job_id, idx) references job_items on delete cascade
);
create index job_instances_by_id on job_instances (job_id, instance_id);

-- What users call the instances.
create table job_instance_names (
    job_id       text not null references jobs on delete cascade,
    instance_id  text not null,
    name         text not null,
    primary key (job_id, instance_id)
);

-- Masks that users made. A version that was stepped back from stays, so that its number names the same pixels for ever.
create table job_masks (
    job_id      text   not null,
    idx         int    not null,
    concept     text   not null,
    version     int    not null check (version > 0),
    mask_key    text   not null,
    area        bigint not null,
    -- Of the upload that it was made of: the same one is not taken twice.
    upload_etag text   not null,
    created_at  timestamptz not null default now(),
    removed_at  timestamptz,
    primary key (job_id, idx, concept, version),
    foreign key (job_id, idx) references job_items on delete cascade
);

-- The own masks in use: the highest version that was not stepped back from.
create view current_masks as
    select distinct on (job_id, idx, concept) job_id, idx, concept, version, mask_key, area, upload_etag
    from job_masks where removed_at is null
    order by job_id, idx, concept, version desc;

-- The instances of the masks in use.
create view current_instances as
    select i.*, m.mask_key
    from job_instances i left join current_masks m using (job_id, idx, concept)
    where i.version = coalesce(m.version, 0);

create table job_pictures (
    job_id          text   not null,
    idx             int    not null,
    variant         text   not null,
    -- Of the variant among those of the job, from 0.
    place           int    not null,
    output_key      text   not null,
    preview_key     text   not null,
    manifest_key    text   not null,
    changed_pixels  bigint not null,
    -- When its object was found to be gone.
    missing_since   timestamptz,
    primary key (job_id, idx, variant),
    foreign key (job_id, idx) references job_items on delete cascade
);
create index job_pictures_missing on job_pictures (job_id) where missing_since is not null;

-- What is composed of delivered pictures. The objects go with the pictures of the job.
create table job_sets (
    id              text        primary key,
    job_id          text        not null references jobs on delete cascade,
    output_template text        not null,
    title           text        not null default '',
    language        text        not null check (language in ('en', 'ko')),
    -- Captions by idx.
    names           json        not null default '{}',
    label           text,
    -- Printed links begin with this address; the key in them is all that leads to the originals.
    link_base       text        not null,
    link_key        text        not null unique default replace(gen_random_uuid()::text, '-', ''),
    -- Of all that decides what is composed: asked for twice, it is composed once.
    fingerprint     text        not null,
    status          text        not null default 'queued' check (status in ('queued', 'running', 'done', 'failed')),
    -- SetState in SQL: the one place that says which states are final.
    ended           boolean     not null generated always as (status in ('done', 'failed')) stored,
    progress        int         not null default 0 check (progress between 0 and 100),
    -- The name of its file.
    zip             text,
    -- [{name, width?, height?}]
    files           json,
    error_code      text,
    error_message   text,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now()
);
create index job_sets_by_job on job_sets (job_id, created_at);
create index job_sets_open on job_sets (updated_at) where not ended;

-- What users looked at before they paid. A row is there before its object, and goes after it.
create table job_previews (
    job_id      text        not null references jobs on delete cascade,
    hash        text        not null,
    expires_at  timestamptz not null,
    primary key (job_id, hash)
);
create index job_previews_to_delete on job_previews (expires_at);

-- How long this installation takes for a photo, in its stages: exponentially weighted means, so that they follow what
-- changes. Seconds of one photo's way, waits included, divided by the photos that are under way with it.
create table stage_times (
    stage    text primary key check (stage in ('segmentation', 'rendering')),
    -- A photo's segmentation, a picture's rendering.
    seconds  double precision not null
);

-- What SSE replays. seq counts from 1 in each job without gaps.
create table job_events (
    job_id      text        not null references jobs on delete cascade,
    seq         bigint      not null,
    type        text        not null check (type in ('status', 'item', 'progress', 'segmentation', 'set')),
    payload     jsonb       not null,
    created_at  timestamptz not null default now(),
    primary key (job_id, seq)
);

-- The first answer to a request with an Idempotency-Key; status is null while it is being worked on.
create table idempotency_keys (
    owner         text        not null,
    key           text        not null,
    fingerprint   text        not null,
    status        int,
    content_type  text,
    body          bytea,
    created_at    timestamptz not null default now(),
    primary key (owner, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);

-- Callbacks of external GPU providers that were acted on, or are right now.
create table callback_receipts (
    job_id           text        not null references jobs on delete cascade,
    idempotency_key  text        not null,
    taken            boolean     not null default false,
    created_at       timestamptz not null default now(),
    primary key (job_id, idempotency_key)
);

-- Append-only. What operators did to accounts. Credits are in billing_events too; who gave them, and changes of plan, are here.
create table account_changes (
    id           bigint generated always as identity primary key,
    user_id      text        not null references users,
    operator     text        not null,
    plan_before  text        not null,
    plan_after   text        not null,
    granted      bigint      not null,
    tokens_revoked boolean   not null default false,
    reason       text        not null,
    created_at   timestamptz not null default now()
);
create index account_changes_by_user on account_changes (user_id, created_at);
revoke update, delete on account_changes from "${app}";

-- Names these records; the bucket names the deployment whose pictures it holds.
create table deployment (id text primary key);
insert into deployment values (gen_random_uuid()::text);

-- One row: what the search for orphans has found so far.
create table retention_findings (
    only_row         boolean primary key default true check (only_row),
    orphans_removed  bigint  not null default 0,
    -- In the last pass through the bucket: too many to be deleted without a look.
    orphans_left     bigint  not null default 0
);
insert into retention_findings default values;
