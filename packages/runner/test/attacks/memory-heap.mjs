const kept = [];
for (let i = 0; ; i++) kept.push({ i, text: `${i}`.repeat(50), more: [i, i + 1, i + 2] });
