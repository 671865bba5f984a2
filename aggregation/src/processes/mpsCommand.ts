/** comm of the MPS server and of its control program: the kernel keeps 15 letters. Anybody may call a program so. */
export const MPS_COMMAND = 'nvidia-cuda-mps';
