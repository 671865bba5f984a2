/* Memory of a GPU or an instance, in bytes. */
#include "figures.h"

struct memory {
  double total, reserved, free, used;
};

static answer read_memory(const char *call, handle device, struct memory *memory) {
  struct target at;
  answer code = enter_device(call, device, &at);
  if (code != NVML_SUCCESS) return code;
  code = figure_now(&at, "memoryTotal", &memory->total);
  if (code == NVML_SUCCESS) code = figure_now(&at, "memoryUsed", &memory->used);
  if (code != NVML_SUCCESS) return leave(code);
  if (figure_now(&at, "memoryReserved", &memory->reserved) != NVML_SUCCESS) memory->reserved = 0;
  memory->free = memory->total - memory->used - memory->reserved;
  return leave(NVML_SUCCESS);
}

/* The older form counts what is reserved as used. */
EXPORT answer nvmlDeviceGetMemoryInfo(handle device, struct memory_v1 *into) {
  struct memory memory;
  if (into == NULL) return misuse(NVML_ERROR_INVALID_ARGUMENT);
  answer code = read_memory(__func__, device, &memory);
  if (code != NVML_SUCCESS) return code;
  into->total = (uint64_t)memory.total;
  into->free = (uint64_t)memory.free;
  into->used = (uint64_t)(memory.used + memory.reserved);
  return NVML_SUCCESS;
}

#if DRIVER >= 510
EXPORT answer nvmlDeviceGetMemoryInfo_v2(handle device, struct memory_v2 *into) {
  struct memory memory;
  if (into == NULL) return misuse(NVML_ERROR_INVALID_ARGUMENT);
  if (into->version != VERSIONED(struct memory_v2, 2)) return misuse(NVML_ERROR_ARGUMENT_VERSION_MISMATCH);
  answer code = read_memory(__func__, device, &memory);
  if (code != NVML_SUCCESS) return code;
  into->total = (uint64_t)memory.total;
  into->reserved = (uint64_t)memory.reserved;
  into->free = (uint64_t)memory.free;
  into->used = (uint64_t)memory.used;
  return NVML_SUCCESS;
}
#endif
