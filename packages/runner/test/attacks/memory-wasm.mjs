const memories = [];
for (;;) {
  const memory = new WebAssembly.Memory({ initial: 256, maximum: 512 });
  new Uint8Array(memory.buffer).fill(1);
  memories.push(memory);
}
