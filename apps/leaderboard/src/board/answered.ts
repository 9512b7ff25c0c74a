import type { Response } from "express";

/** Answers that go out before the middleware that sets every answer's headers: a refusal gets them too. */
export async function answered(
  response: Response,
  headers: Readonly<Record<string, string>>,
  answer: () => Promise<void>,
): Promise<void> {
  try {
    await answer();
  } catch (error) {
    response.set(headers);
    throw error;
  }
}
