/** Quoted: the table of the lecture, slide 12, which is table 1 of Szegedy et al. 2014 (K = 1024, M = 10⁶). */
export const example = `conv 7×7/2 | 112×112 | 2.7K | 34M
conv 1×1 + 3×3 | 56×56 | 112K | 360M
3a | 28×28 | 159K | 128M
3b | 28×28 | 380K | 304M
4a | 14×14 | 364K | 73M
4b | 14×14 | 437K | 88M
4c | 14×14 | 463K | 100M
4d | 14×14 | 580K | 119M
4e | 14×14 | 840K | 170M
5a | 7×7 | 1072K | 54M
5b | 7×7 | 1388K | 71M
linear | 1×1 | 1000K | 1M
`
