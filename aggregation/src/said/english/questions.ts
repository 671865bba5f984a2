/** What is wrong with a question, and which limits it meets. */
export const QUESTIONS = {
  'error.coded': '{{code}}: {{reason}}',
  'question.parts': '{{problems}}',
  'question.noTime': 'the time range {{from}} to {{to}} holds no time',
  'question.rangeTooLong':
    'the time range is {{asked}} long; at most {{most}} may be asked for at once',
  'question.days': '{{days}} d',
  'question.minutes': '{{minutes}} min',
  'question.tooMany': '{{queries}} queries at once are too many; at most {{most}} are allowed',
  'question.tooManyAtOnce':
    'too many questions at once: {{running}} are being answered and {{waiting}} wait; try again in a moment',
  'question.gone': 'nobody waits for the answer any more',
  'question.late': 'there was no answer in {{seconds}} s; ask for a shorter time range or for less',
  'question.unforeseen': "something went wrong inside gpuscope; Grafana's log says what",
  'question.noSource': 'Grafana did not say which data source is meant',
  'question.bodyTooLarge': "the request's body holds {{bytes}} bytes; at most {{most}} are allowed",
  'question.bodyNoJson': "the request's body is not JSON: {{why}}",
  'question.noSuchLine':
    'there is no such line: its index may have been deleted, or it is not yours to see',
  'question.noId': "{{id}} is no line's id; it has to be the one that came with the line",
  'question.contextMissing':
    'context is missing: it must be {"id": "<a line\'s id>", "direction": "before" or "after"}',
  'question.byTooMuch': 'lines can be counted by {{most}} things at most, not by {{by}}',
  'question.byTooManyNames':
    'lines can be counted by at most {{most}} names at once, not by {{by}}',
  'question.rangeMissing':
    'range is missing: the first page needs {fromMs, toMs}; later ones bring the cursor of the page before',
  'question.nameMissing': 'name is missing: it must be a name such as app, pod or label.<key>',
  'question.cursorUnknown':
    'the cursor is not known: it was used before, it has expired, or it is not yours; start again without one',
  'question.manyReadings':
    'too many long readings are open ({{own}} for one person, {{all}} in all); finish one, or wait until one ends by itself',
  'question.step': "a step of {{step}} ms can't be counted; whole ms, at least 1, are allowed",
  'question.manySteps':
    '{{steps}} steps of {{step}} ms are too many, at most {{most}} are allowed: ask for longer steps or a shorter range',
  'question.manyGroups':
    'counting {{what}} could take {{groups}} groups; this store answers at most {{most}} numbers at once: ask for longer steps, a shorter range, fewer groups or one key less',
  'question.manyGroupsInSteps':
    'counting {{what}} could take {{groups}} groups in {{steps}} steps of {{step}} ms; this store answers at most {{most}} numbers at once: ask for longer steps, a shorter range, fewer groups or one key less',
  'question.countAll': 'all lines together',
  'question.countBy': 'by {{by}}',
  'question.answerTooLarge':
    'the answer to the query {{query}} has {{size}} MiB; all answers to one request may have {{most}} MiB together: ask for fewer lines or a shorter time',
} as const;
