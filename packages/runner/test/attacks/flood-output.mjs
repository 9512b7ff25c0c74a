const line = "x".repeat(1 << 16) + "\n";
const more = () => {
  while (process.stdout.write(line));
  process.stdout.once("drain", more);
};
more();
