process.on("SIGTERM", () => {});
process.on("exit", () => {
  for (;;);
});
setInterval(() => {}, 1000);
