/* Handles: void after a new session, and those of instances when the instance is gone. */
#include <stdlib.h>
#include <string.h>

#include "session.h"

struct slot {
  unsigned session;
  char gpu[96];
  char instance[96];
};

enum { SLOTS = 512 };

static struct slot slots[SLOTS];
static int last_taken;

/* What a slot of this session stands for now. */
static answer resolve(const struct slot *slot, struct target *target) {
  target->instance = NULL;
  for (int i = 0; i < world()->gpus; i += 1) {
    target->gpu = &world()->gpu[i];
    target->index = i;
    if (strcmp(target->gpu->uuid, slot->gpu) != 0) continue;
    if (slot->instance[0] == '\0') return NVML_SUCCESS;
    for (int j = 0; j < target->gpu->instances; j += 1) {
      target->instance = &target->gpu->instance[j];
      if (strcmp(target->instance->uuid, slot->instance) == 0) return NVML_SUCCESS;
    }
    return NVML_ERROR_INVALID_ARGUMENT;
  }
  return NVML_ERROR_GPU_IS_LOST;
}

/* Void slots are taken in turn, so that an old handle stays void for as long as can be. */
static struct slot *void_slot(void) {
  struct target unused;
  for (int i = 1; i <= SLOTS; i += 1) {
    int at = (last_taken + i) % SLOTS;
    if (slots[at].session == session_number() && resolve(&slots[at], &unused) == NVML_SUCCESS) continue;
    last_taken = at;
    return &slots[at];
  }
  abort();
}

handle handle_of(const struct gpu *gpu, const struct instance *instance) {
  const char *of = instance == NULL ? "" : instance->uuid;
  for (struct slot *slot = slots; slot < slots + SLOTS; slot += 1)
    if (slot->session == session_number() && strcmp(slot->gpu, gpu->uuid) == 0 && strcmp(slot->instance, of) == 0)
      return slot;
  struct slot *taken = void_slot();
  taken->session = session_number();
  strcpy(taken->gpu, gpu->uuid);
  strcpy(taken->instance, of);
  return taken;
}

answer target_of(handle device, struct target *target) {
  struct slot *slot = device;
  size_t offset = (size_t)((char *)device - (char *)slots);
  if (offset >= sizeof slots || offset % sizeof *slot != 0) return misuse(NVML_ERROR_INVALID_ARGUMENT);
  if (slot->session != session_number()) return misuse(NVML_ERROR_INVALID_ARGUMENT);
  return resolve(slot, target);
}
