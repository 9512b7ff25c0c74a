import { describe, expect, it } from "vitest";
import { Gate } from "./gate.ts";
import { UPLOAD_LIMITS } from "./limits.ts";

const here = new AbortController().signal;
const limits = { ...UPLOAD_LIMITS, most: 2, mostWaiting: 1, waitMs: 60 };

describe("the gate of uploads", () => {
  it("lets in so many, has so many wait, and sends the others away with a time to come back", async () => {
    const gate = new Gate(limits);
    const leave = await gate.enter("a", here);
    await gate.enter("b", here);
    const third = gate.enter("c", here);
    await expect(gate.enter("d", here)).rejects.toMatchObject({ code: "busy", status: 503 });
    await expect(gate.enter("d", here)).rejects.toHaveProperty("retryAfterSeconds", expect.any(Number));
    leave();
    await expect(third).resolves.toBeTypeOf("function");
  });

  it("does not have anybody wait for ever, and forgets who went away", async () => {
    const gate = new Gate(limits);
    const leave = await gate.enter("a", here);
    await gate.enter("b", here);
    await expect(gate.enter("c", here)).rejects.toMatchObject({ code: "busy" });
    const going = new AbortController();
    const left = gate.enter("c", going.signal);
    going.abort();
    await expect(left).rejects.toMatchObject({ code: "busy" });
    leave();
    await expect(gate.enter("d", here)).resolves.toBeTypeOf("function");
  });

  it("reads so many archives of a team a minute, and counts none that it sent away", async () => {
    const gate = new Gate({ ...limits, most: 1, mostWaiting: 0, perMinute: 2 });
    const leave = await gate.enter("a", here);
    for (let i = 0; i < 5; i++) await expect(gate.enter("b", here)).rejects.toMatchObject({ code: "busy" });
    leave();
    for (let i = 0; i < 2; i++) (await gate.enter("b", here))();
    await expect(gate.enter("b", here)).rejects.toMatchObject({ code: "too-many" });
    await expect(gate.enter("a", here)).resolves.toBeTypeOf("function");
  });

  it("gives a team two places and keeps none of them after it left", async () => {
    const gate = new Gate({ ...limits, most: 9 });
    const leave = await gate.enter("a", here);
    await gate.enter("a", here);
    await expect(gate.enter("a", here)).rejects.toMatchObject({ code: "too-many", status: 429 });
    await expect(gate.enter("b", here)).resolves.toBeTypeOf("function");
    leave();
    await expect(gate.enter("a", here)).resolves.toBeTypeOf("function");
  });
});
