/* XID events. What happened before a GPU was registered is never told. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "counts.h"
#include "session.h"

enum { MOST_SETS = 256, MOST_GPUS = 64 };

static const uint64_t XID_EVENT = 8;

struct event_set {
  int used;
  char gpu[MOST_GPUS][96];
  double since[MOST_GPUS];
  int gpus;
  /* Ids that were told rise; this is the last. */
  unsigned told;
};

static struct event_set sets[MOST_SETS];

static struct event_set *set_of(handle set) {
  size_t offset = (size_t)((char *)set - (char *)sets);
  if (offset >= sizeof sets || offset % sizeof *sets != 0) return NULL;
  struct event_set *found = set;
  return found->used ? found : NULL;
}

EXPORT answer nvmlEventSetCreate(handle *set) {
  answer code = enter(__func__);
  if (code != NVML_SUCCESS) return code;
  if (set == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  for (int i = 0; i < MOST_SETS; i += 1) {
    if (sets[i].used) continue;
    memset(&sets[i], 0, sizeof sets[i]);
    sets[i].used = 1;
    *set = &sets[i];
    add_count(EVENT_SETS, 1);
    return leave(NVML_SUCCESS);
  }
  return leave(NVML_ERROR_INSUFFICIENT_RESOURCES);
}

EXPORT answer nvmlEventSetFree(handle set) {
  answer code = enter(__func__);
  if (code != NVML_SUCCESS) return code;
  struct event_set *found = set_of(set);
  if (found == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  found->used = 0;
  add_count(EVENT_SETS, -1);
  return leave(NVML_SUCCESS);
}

EXPORT answer nvmlDeviceGetSupportedEventTypes(handle device, uint64_t *types) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (types == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  *types = XID_EVENT;
  return leave(NVML_SUCCESS);
}

EXPORT answer nvmlDeviceRegisterEvents(handle device, uint64_t types, handle set) {
  struct target at;
  answer code = enter_device(__func__, device, &at);
  if (code != NVML_SUCCESS) return code;
  struct event_set *found = set_of(set);
  if (found == NULL || at.instance != NULL || found->gpus == MOST_GPUS)
    return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  if (types != XID_EVENT) return leave(NVML_ERROR_NOT_SUPPORTED);
  strcpy(found->gpu[found->gpus], at.gpu->uuid);
  found->since[found->gpus] = now();
  found->gpus += 1;
  return leave(NVML_SUCCESS);
}

static int is_due(const struct event_set *set, const struct xid *xid) {
  if (xid->id <= set->told || xid->at > now() || xid->gpu >= world()->gpus) return 0;
  for (int i = 0; i < set->gpus; i += 1)
    if (strcmp(set->gpu[i], world()->gpu[xid->gpu].uuid) == 0) return xid->at >= set->since[i];
  return 0;
}

/* The first form of the record ends before the instances. */
static int next_event(struct event_set *set, struct event *event, int with_instances) {
  for (int i = 0; i < world()->xids; i += 1) {
    const struct xid *xid = &world()->xid[i];
    if (!is_due(set, xid)) continue;
    set->told = xid->id;
    event->device = handle_of(&world()->gpu[xid->gpu], NULL);
    event->type = XID_EVENT;
    event->data = xid->code;
    if (!with_instances) return 1;
    event->gpu_instance = xid->gpu_instance;
    event->compute_instance = NO_INSTANCE;
    return 1;
  }
  return 0;
}

static answer wait_for(const char *call, handle set, struct event *event, unsigned timeout_ms, int with_instances) {
  static const struct timespec pause = {0, 10 * 1000 * 1000};
  for (unsigned waited = 0;; waited += 10) {
    answer code = waited == 0 ? enter(call) : enter_again(call);
    if (code != NVML_SUCCESS) return code;
    struct event_set *found = set_of(set);
    if (found == NULL || event == NULL) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
    if (next_event(found, event, with_instances)) return leave(NVML_SUCCESS);
    leave(NVML_SUCCESS);
    if (waited >= timeout_ms) return NVML_ERROR_TIMEOUT;
    nanosleep(&pause, NULL);
  }
}

EXPORT answer nvmlEventSetWait_v2(handle set, struct event *event, unsigned timeout_ms) {
  return wait_for(__func__, set, event, timeout_ms, 1);
}

EXPORT answer nvmlEventSetWait(handle set, struct event *event, unsigned timeout_ms) {
  return wait_for(__func__, set, event, timeout_ms, 0);
}
