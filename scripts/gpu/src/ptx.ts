/**
 * A kernel that does a given amount of work and tells when it began and ended (`out`: two 64-bit nanoseconds of the
 * GPU's own timer, then a word that keeps the work from being thought away). The amount is in turns of a loop and not in
 * time, so that a kernel that waits for its turn on a shared GPU does not count its waiting as work.
 */
export const spinKernel = (target: string): string => `
.version 6.3
.target ${target}
.address_size 64

.visible .entry spin(.param .u64 out, .param .u64 turns)
{
  .reg .pred %p<4>;
  .reg .b32 %r<8>;
  .reg .b64 %rd<8>;
  ld.param.u64 %rd1, [out];
  ld.param.u64 %rd2, [turns];
  mov.u64 %rd3, %globaltimer;
  mov.u64 %rd4, 0;
  mov.u32 %r1, %tid.x;
  mov.u32 %r2, %ctaid.x;
again:
  mad.lo.u32 %r1, %r1, 1664525, 1013904223;
  mad.lo.u32 %r1, %r1, 22695477, %r2;
  mad.lo.u32 %r1, %r1, 1103515245, 12345;
  mad.lo.u32 %r1, %r1, 134775813, %r2;
  add.u64 %rd4, %rd4, 1;
  setp.lt.u64 %p1, %rd4, %rd2;
  @%p1 bra again;
  mov.u64 %rd5, %globaltimer;
  mov.u32 %r3, %tid.x;
  or.b32 %r4, %r3, %r2;
  setp.ne.u32 %p2, %r4, 0;
  @%p2 bra done;
  cvta.to.global.u64 %rd6, %rd1;
  st.global.u64 [%rd6], %rd3;
  st.global.u64 [%rd6+8], %rd5;
done:
  setp.ne.u32 %p3, %r1, 7;
  @%p3 bra out_;
  cvta.to.global.u64 %rd6, %rd1;
  st.global.u32 [%rd6+16], %r1;
out_:
  ret;
}
`;

/** Oldest first: a driver makes code for a newer chip of it, as long as it still knows the older one. */
export const PTX_TARGETS = ['sm_50', 'sm_70', 'sm_75', 'sm_80', 'sm_90'] as const;
