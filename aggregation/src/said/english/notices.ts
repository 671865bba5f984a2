/** What stands beside an answer. */
export const NOTICES = {
  'notice.cutLine':
    'cut: 1 line was longer than what is shown; [+n] says how many characters are left out',
  'notice.cutLines':
    'cut: {{lines}} lines were longer than what is shown; [+n] says how many characters are left out',
  'notice.order':
    "order within a moment unknown: these records hold neither nanoseconds nor offsets; lines of one moment come in the store's order",
  'notice.largestGroups': 'Only the largest groups are shown; {{lines}} of {{groups}}.',
  'notice.lineIs': '1 line is',
  'notice.linesAre': '{{lines}} lines are',
  'notice.smallerGroup': '1 smaller group',
  'notice.smallerGroups': '{{groups}} smaller groups',
  'notice.someGroups': 'smaller groups',
  'notice.countsTooLow':
    "Counts may be too low by up to {{error}}: the store's shards told their largest groups only.",
  'notice.noLevelField': 'No level is a field in {{indices}}: their lines count as unknown.',
  'notice.estimate':
    'Levels are an estimate: read from {{sample}} lines drawn by lot out of {{all}}. How many lines there are is exact.',
  'notice.wordBeginnings':
    'So many records: words are found from their beginning on, not inside others; choose a shorter range.',
  'notice.otherSigns':
    'Counts include lines that have other signs or blanks in the place of {{words}}.',
  'notice.mostLines': '{{asked}} lines were asked for; at most {{most}} are given at once.',
  'notice.mostPage':
    '{{asked}} lines for a page were asked for; at most {{most}} are given at once.',
  'notice.mostValues': '{{asked}} values were asked for; at most {{most}} are given at once.',
  'notice.mostGroups': '{{asked}} groups were asked for; at most {{most}} are given at once.',
  'notice.shardsFailed':
    'Some lines are missing: {{failed}} of {{total}} shards of the store gave no answer ({{why}}).',
  'notice.noReason': 'the store gives no reason',
  'notice.storeGaveUp':
    'Some lines are missing: the store gave up after {{seconds}} s and answered with what it had found; ask for a shorter time range or for less.',
  'notice.clustersSkipped': 'Some lines are missing: no answer from {{clusters}}.',
  'notice.otherLevel':
    '{{unfit}} of {{found}} lines that the store found have another level than was asked for, and are left out.',
  'notice.otherWords':
    '{{unfit}} of {{found}} lines that the store found hold the words in another way than they were asked for, and are left out.',
  'notice.andMore': '{{said}} There may be more lines that fit: ask for a shorter time range.',
  'notice.notYours':
    '{{lines}} lines that the store answered with are left out: they are not yours to see. Tell whoever runs the log store.',
  'notice.unreadLines':
    '{{lines}} lines are left out: nobody knows how the records of {{indices}} are written.',
  'notice.unreadIndices':
    "Lines of {{indices}} are left out: nobody knows how their records are written; the data source's health check says more.",
  'notice.podsCut':
    'The {{name}} "{{value}}" had more than {{most}} pods: lines of the others are missing; ask for a shorter time range.',
  'notice.namedPodsCut':
    'There were more than {{most}} pods: lines of the others count as of no {{name}}; ask for a shorter time range, or choose namespaces.',
  'notice.steps': 'Counted in steps of {{seconds}} s: the store does not bear finer ones here.',
  'notice.newestOf':
    'These are the newest {{shown}} of {{total}} lines; ask for a shorter time range or for more of them.',
  'notice.oldestOf':
    'These are the oldest {{shown}} of {{total}} lines; ask for a shorter time range or for more of them.',
  'notice.atLeast': 'at least {{total}}',
  'list.more': '{{names}} and {{more}} more',
  'list.moreIndices': '{{names}} and {{more}} more indices',
  'list.records': 'the {{shape}} records',
  'list.or': '{{one}} or {{other}}',
  'list.and': '{{one}} and {{other}}',
  'name.app': 'app',
  'name.user': 'user',
  'name.tenant': 'tenant',
} as const;
