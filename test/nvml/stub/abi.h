/* NVML's binary interface as far as the exporter uses it: numbers and shapes are those that nvml.h documents, the
   words are ours. DRIVER is the branch that the library passes for: what came later is left out of it. */
#ifndef ABI_H
#define ABI_H

#include <stddef.h>
#include <stdint.h>

#ifndef DRIVER
#define DRIVER 580
#endif

#define EXPORT __attribute__((visibility("default")))

/* nvmlReturn_t */
#define ANSWERS(X) \
  X(SUCCESS, 0) X(ERROR_UNINITIALIZED, 1) X(ERROR_INVALID_ARGUMENT, 2) X(ERROR_NOT_SUPPORTED, 3) \
  X(ERROR_NO_PERMISSION, 4) X(ERROR_NOT_FOUND, 6) X(ERROR_INSUFFICIENT_SIZE, 7) X(ERROR_DRIVER_NOT_LOADED, 9) \
  X(ERROR_TIMEOUT, 10) X(ERROR_IRQ_ISSUE, 11) X(ERROR_CORRUPTED_INFOROM, 14) X(ERROR_GPU_IS_LOST, 15) \
  X(ERROR_RESET_REQUIRED, 16) X(ERROR_OPERATING_SYSTEM, 17) X(ERROR_LIB_RM_VERSION_MISMATCH, 18) X(ERROR_IN_USE, 19) \
  X(ERROR_MEMORY, 20) X(ERROR_NO_DATA, 21) X(ERROR_INSUFFICIENT_RESOURCES, 23) \
  X(ERROR_ARGUMENT_VERSION_MISMATCH, 25) X(ERROR_NOT_READY, 27) X(ERROR_GPU_NOT_FOUND, 28) X(ERROR_UNKNOWN, 999)

enum {
#define X(name, number) NVML_##name = number,
  ANSWERS(X)
#undef X
};

typedef int answer;
/* nvmlDevice_t, nvmlEventSet_t, nvmlGpmSample_t: nobody but the library looks inside. */
typedef void *handle;

#define NO_INSTANCE 0xFFFFFFFFu
#define NO_MEMORY UINT64_MAX
#define VERSIONED(type, number) ((unsigned)(sizeof(type) | ((unsigned)(number) << 24)))

struct pci_info {
  char legacy[16];
  unsigned domain, bus, device, ids, subsystem;
  char id[32];
};

struct memory_v1 {
  uint64_t total, free, used;
};

struct memory_v2 {
  unsigned version;
  uint64_t total, reserved, free, used;
};

struct busy {
  unsigned gpu, memory;
};

struct process_v1 {
  unsigned pid;
  uint64_t memory;
};

struct process_v2 {
  unsigned pid;
  uint64_t memory;
  unsigned gpu_instance, compute_instance;
};

struct process_sample {
  unsigned pid;
  uint64_t at_us;
  unsigned sm, memory, encoder, decoder;
};

union number {
  double real;
  unsigned whole;
  uint64_t wide;
};

enum { TYPE_DOUBLE = 0, TYPE_WHOLE = 1, TYPE_WIDE = 3 };

struct sample {
  uint64_t at_us;
  union number value;
};

struct field {
  unsigned id, scope;
  int64_t at_us, latency_us;
  int type;
  answer answer;
  union number value;
};

struct violation {
  uint64_t at_us, ns;
};

struct attributes {
  unsigned processors, copy_engines, decoders, encoders, jpeg, ofa, gpu_slices, compute_slices;
  uint64_t memory_mib;
};

struct temperature_v1 {
  unsigned version, sensor;
  int celsius;
};

struct gpm_support {
  unsigned version, supported;
};

struct gpm_metric {
  unsigned id;
  answer answer;
  double value;
  char *names[3];
};

struct gpm_request {
  unsigned version, count;
  handle before, after;
  struct gpm_metric metrics[];
};

struct event {
  handle device;
  uint64_t type, data;
  unsigned gpu_instance, compute_instance;
};

_Static_assert(sizeof(struct pci_info) == 68, "nvmlPciInfo_t");
_Static_assert(sizeof(struct memory_v2) == 40, "nvmlMemory_v2_t");
_Static_assert(sizeof(struct process_v1) == 16, "nvmlProcessInfo_v1_t");
_Static_assert(sizeof(struct process_v2) == 24, "nvmlProcessInfo_v2_t");
_Static_assert(sizeof(struct process_sample) == 32, "nvmlProcessUtilizationSample_t");
_Static_assert(sizeof(struct sample) == 16, "nvmlSample_t");
_Static_assert(sizeof(struct field) == 40, "nvmlFieldValue_t");
_Static_assert(sizeof(struct attributes) == 40, "nvmlDeviceAttributes_t");
_Static_assert(sizeof(struct temperature_v1) == 12, "nvmlTemperature_v1_t");
_Static_assert(sizeof(struct gpm_metric) == 40, "nvmlGpmMetric_t");
_Static_assert(offsetof(struct gpm_request, metrics) == 24, "nvmlGpmMetricsGet_t");
_Static_assert(sizeof(struct event) == 32, "nvmlEventData_t");

#endif
