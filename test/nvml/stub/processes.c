/* Lists of processes. A record's size is that of the function's version, or what the scenario says: some drivers of
   the 530s wrote a longer one under the same name. */
#include <string.h>

#include "counts.h"
#include "session.h"

static int is_listed(const struct target *at, const struct process *process, const char *kind) {
  if (strcmp(process->kind, kind) != 0 || !process_lives(process, now())) return 0;
  if (process->appears_after > *misfits_of(at->index)) return 0;
  if (at->instance == NULL) return 1;
  return process->gpu_instance == at->instance->gpu_instance &&
         process->compute_instance == at->instance->compute_instance;
}

static void write_record(char *record, unsigned size, const struct process *process, const struct target *at) {
  struct process_v2 whole = {0};
  whole.pid = process->pid;
  whole.memory = process->memory < 0 ? NO_MEMORY : (uint64_t)process->memory;
  whole.gpu_instance = at->gpu->mig == 1 ? process->gpu_instance : NO_INSTANCE;
  whole.compute_instance = at->gpu->mig == 1 ? process->compute_instance : NO_INSTANCE;
  memset(record, 0, size);
  memcpy(record, &whole, size < sizeof whole ? size : sizeof whole);
}

static answer list(const char *call, const char *kind, handle device, unsigned *count, char *records, unsigned size) {
  struct target at;
  answer code = enter_device(call, device, &at);
  if (code != NVML_SUCCESS) return code;
  if (count == NULL || (*count > 0 && records == NULL)) return leave(misuse(NVML_ERROR_INVALID_ARGUMENT));
  if (at.gpu->stride != 0) size = at.gpu->stride;
  unsigned room = *count;
  *count = 0;
  for (int i = 0; i < at.gpu->processes; i += 1) {
    const struct process *process = &at.gpu->process[i];
    if (!is_listed(&at, process, kind)) continue;
    if (*count < room) write_record(records + (size_t)*count * size, size, process, &at);
    *count += 1;
  }
  if (*count <= room) return leave(NVML_SUCCESS);
  *misfits_of(at.index) += 1;
  add_count(MISFITS, 1);
  return leave(NVML_ERROR_INSUFFICIENT_SIZE);
}

#define LIST(call, kind, record)                                                    \
  EXPORT answer call(handle device, unsigned *count, record *records) {             \
    return list(__func__, kind, device, count, (char *)records, sizeof(record));    \
  }

LIST(nvmlDeviceGetComputeRunningProcesses, "compute", struct process_v1)
LIST(nvmlDeviceGetGraphicsRunningProcesses, "graphics", struct process_v1)
LIST(nvmlDeviceGetComputeRunningProcesses_v2, "compute", struct process_v2)
LIST(nvmlDeviceGetGraphicsRunningProcesses_v2, "graphics", struct process_v2)

#if DRIVER >= 470
LIST(nvmlDeviceGetMPSComputeRunningProcesses, "mps", struct process_v1)
LIST(nvmlDeviceGetMPSComputeRunningProcesses_v2, "mps", struct process_v2)
#endif

#if DRIVER >= 510
LIST(nvmlDeviceGetComputeRunningProcesses_v3, "compute", struct process_v2)
LIST(nvmlDeviceGetGraphicsRunningProcesses_v3, "graphics", struct process_v2)
LIST(nvmlDeviceGetMPSComputeRunningProcesses_v3, "mps", struct process_v2)
#endif
