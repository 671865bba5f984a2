/** What went wrong with a log store, or with the Prometheus that is asked beside it. */
export const STORE = {
  'store.said': '{{what}} at {{store}}: {{why}}',
  'store.saidWith': '{{what}} at {{store}}: {{why}} ({{said}})',
  'store.searching': 'searching {{index}}',
  'store.reading': 'reading {{index}}',
  'store.readingFields': 'reading the fields of {{index}}',
  'store.readingClock': "reading the store's clock",
  'store.finding': 'finding out what the store is',
  'store.cancelled': '{{what}}: cancelled',
  'store.late': 'no answer within {{seconds}} s; choose a shorter range, or look at its load',
  'store.noJson': 'what answered is no JSON; is there a proxy or a login page in between?',
  'store.noHits':
    'searching {{index}}: the answer holds no hits; is there a proxy in between that rewrites answers?',
  'store.noShard': 'no shard of the store answered: {{why}}',
  'store.givesNoReason': 'it gives no reason',
  'store.odd': "the store's answer holds {{found}} where {{path}} has to be {{wanted}}",
  'store.anObject': 'an object',
  'store.aNumber': 'a number',
  'store.aList': 'a list',
  'store.aText': 'a text or a number',
  'store.pageLost':
    '{{what}}: the last page was not had whole, and this store gives each page once; start again',
  'store.tooLarge': 'the answer is too large; ask for fewer lines or fewer columns',
  'store.noLonger': 'what answers is no longer an Elasticsearch',
  'store.noAnswer': 'no answer in time; choose a shorter range, or look at its load',
  'store.failed': 'the request failed',
  'store.otherName':
    "the store's certificate is for another name; set serverName to a name that it holds",
  'store.outOfDate': "the store's certificate is out of date, or our clock is wrong; renew it",
  'store.notTrusted':
    "the store's certificate is not trusted; give the certificate of its authority (ca)",
  'store.wantsOurs': 'the store wants a certificate of ours, or another one; give cert and key',
  'store.noTls': 'no TLS is spoken there; write http:// instead of https://, or mend the port',
  'store.tlsFailed': 'TLS failed',
  'store.noName': 'its name is not known here; check nodes and DNS',
  'store.noListener': 'nothing listens there; check address and port, and whether the store runs',
  'store.noWay': 'no way there; check address, routes and network policies',
  'store.broke':
    'the connection broke before the answer was whole; the store, or a proxy before it, has ended it',
  'store.whoAsks': 'the store wants to know who asks; set user and password, or an API key',
  'store.wrongPassword': 'the store does not accept the user and password',
  'store.wrongKey': 'the store does not accept the API key; it may have expired',
  'store.lacksRights':
    'the store does not allow this; give the user or key the rights read and view_index_metadata on the indices',
  'store.lacksRight':
    'the store does not allow this ({{right}}); give the user or key the rights read and view_index_metadata on the indices',
  'store.noMemory': 'the store has no memory for this now; choose a shorter range, or wait',
  'store.manyReadings': 'the store has too many readings open; wait until some end',
  'store.manyBuckets': 'more buckets than the store gives; choose a longer step or a shorter range',
  'store.manyClauses': 'more conditions than the store takes; choose fewer words or pods',
  'store.manyLines': 'more lines than the store gives at once; ask for fewer',
  'store.readingClosed': 'the store has closed the reading, which paused too long; start it again',
  'store.searchCancelled': 'the store has cancelled the search; choose a shorter range, or wait',
  'store.indexGone': 'there is no such index; check its name and the rights of user or key',
  'store.clusterUnknown':
    'the store knows no cluster of that name; check the part before the colon',
  'store.indexClosed': 'the index is closed; open it, or choose a pattern without it',
  'store.textOnly': 'a field is text only and cannot be counted or sorted by; map it as keyword',
  'store.busy': 'the store has too many requests; wait, or choose a shorter range',
  'store.noShardAnswers': "no shard of the indices answers; look at the store's health",
  'store.notReady': 'the store, or a proxy before it, is not ready; look at its health',
  'store.notUnderstood': 'the store does not understand the question',
  'store.noPath':
    'what answers there knows no such path; check nodes for a missing path, or a proxy',
  'store.elsewhere': 'the address leads elsewhere; write into nodes where it ends',
  'store.itFailed': 'the store failed',
  'store.tooOld':
    'the store at {{store}} is Elasticsearch {{version}}; 6.8 to 9 are supported, and OpenSearch 2.6 to 3',
  'store.noStore': 'what answers at {{store}} is neither Elasticsearch nor OpenSearch',
  'store.noStoreBut':
    'what answers at {{store}} is neither Elasticsearch nor OpenSearch: its answer holds {{keys}}',
  'store.noIndex':
    'no index of the store matches {{index}}; check the pattern, the rights of user or key, and whether logs arrive',
  'store.otherCluster':
    '{{index}} names another cluster; that needs Elasticsearch 7.2 or newer, or OpenSearch',
  'store.emptyIndex': 'the index is empty; give a pattern like logs-*',
  'store.otherProduct':
    'the settings say {{named}}, but the store is {{found}} and is asked as such',
  'store.noVersion':
    'the store does not tell its version, so it is asked as {{product}} {{version}}; the right cluster:monitor/main lets it tell',
  'metrics.notPrometheus': '{{url}} does not answer as Prometheus does',
  'metrics.refused': 'Prometheus at {{url}}: {{why}}',
  'metrics.unreachable': 'Prometheus does not answer at {{url}}: {{why}}',
  'metrics.late': 'Prometheus at {{url}} gave no answer within {{seconds}} s',
  'metrics.tooLarge': 'Prometheus sent more than {{most}} bytes',
} as const;
