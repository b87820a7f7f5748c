// What is read of an op only where it is explained: its rule, one value written out, and words. Nothing stands here, for
// every op has all of it where it is written. The built page begins without it, and `tools/op-details.mjs` puts it into
// this file, which comes with whoever explains.
export {}
