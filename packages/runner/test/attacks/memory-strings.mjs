const kept = [];
for (let i = 0; ; i++) kept.push(Buffer.alloc(1 << 20, i % 100).toString("latin1"));
