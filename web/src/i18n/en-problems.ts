import type { Code } from '../api/refusal';

/** What is said when the server, or the network, does not do what was asked: what happened, what was kept, what to do. */
export const enProblems: Record<Code, string> = {
  VALIDATION_FAILED: 'Something in this cannot be used as it is. Nothing was changed; look at it again.',
  ITEM_LIMIT: 'These are more photos than your plan takes in one set. Remove some, or look at the plans.',
  INVALID_PRESET: 'This kind of photos is not known to the server any more. Choose another one.',
  AUTH_REQUIRED: 'The server did not recognize this browser. Load the page again.',
  TOKEN_EXPIRED: 'This visit had ended. Load the page again; your sets are kept.',
  TOKEN_INVALID: 'The server does not recognize this browser any more. Load the page again.',
  INSUFFICIENT_CREDITS: 'There are too few credits for this. Make fewer pictures, or look at the plans.',
  RULE_SLOT_LIMIT: 'All places for saved rules are taken. Delete a rule, or save over one.',
  CALLBACK_UNAUTHORIZED:
    'A program between here and the server is not allowed to do this. Tell your operator.',
  FORBIDDEN: 'This account may not do that.',
  JOB_NOT_FOUND: 'This set does not exist, or it belongs to another account.',
  RULE_NOT_FOUND: 'This rule does not exist any more. What you see here is kept; save it as a new one.',
  PRESET_NOT_FOUND: 'This kind of photos is not known to the server any more.',
  NOT_FOUND: 'This does not exist any more.',
  METHOD_NOT_ALLOWED: 'The page and the server do not fit together. Load the page again.',
  NOT_ACCEPTABLE: 'The page and the server do not fit together. Load the page again.',
  INVALID_TRANSITION: 'The set is at another step now, so this cannot be done. Nothing was changed.',
  ALREADY_CANCELED: 'This set is canceled already.',
  IDEMPOTENCY_CONFLICT: 'This was sent before with other words. Try again.',
  REQUEST_TIMEOUT: 'Sending took too long. Nothing was changed; try again.',
  ALREADY_GRANTED: 'These credits were granted before. Nothing was changed.',
  PAYLOAD_TOO_LARGE: 'This is more than the server takes at once.',
  UNSUPPORTED_MEDIA_TYPE: 'The page and the server do not fit together. Load the page again.',
  UPLOAD_INCOMPLETE: 'Something has not arrived, or cannot be read. Send it again.',
  UNKNOWN_CONCEPT:
    'The rule names something that this server cannot find on photos. Take it out of the rule.',
  UNSUPPORTED_BY_SEGMENTER: 'What looks at the photos on this server cannot do that.',
  CONCURRENCY_LIMIT: 'Your plan allows no more at a time. Wait until one is done, or cancel one.',
  RATE_LIMITED: 'That was a lot at once. Wait a moment and try again.',
  INTERNAL_ERROR: 'Something went wrong on the server. What you made is kept; try again.',
  UNAVAILABLE: 'A part of the server is away for a moment. Nothing is lost; try again shortly.',
  OFFLINE: 'The server cannot be reached. Check the network; nothing is lost.',
  SESSION_LOST: 'The server does not know this browser’s account any more.',
};

export type ProblemTexts = typeof enProblems;
