const big = new Float64Array(12 << 20);
for (let step = 4099; ; step += 2) for (let i = 0, at = 0; i < 1e6; i++, at = (at + step * 8) % big.length) big[at] += 1;
