/**
 * Public keys of Ed25519 that are nobody's.
 *
 * Theory. A public key is a point A, and a signature (R, S) holds where S·B = R + h·A. Eight points of the curve have an
 * order that divides 8. With one of them as A, h·A takes eight values at most, whatever was signed: some (R, S) holds for
 * one text in eight, and with the neutral point for every text. No private key gives such a point (RFC 8032 makes scalars
 * that are multiples of 8 of a point of the large prime order), and OpenSSL does not refuse them.
 *
 * The order is told by doubling A three times. Only the u-coordinate of the same point on Curve25519 is needed,
 * u = (1 + y) / (1 − y) (RFC 7748, 4.1), kept as a fraction X / Z so that nothing is divided; a doubling is
 * X' = (X² − Z²)², Z' = 4XZ(X² + 486662·XZ + Z²) (Montgomery 1987). The point at infinity, and it alone, has Z = 0.
 */
const P = 2n ** 255n - 19n;
const A = 486662n;
const DOUBLINGS = 3;

/** The y that 32 bytes encode, little-endian without the sign of x; it may be P or more, which is no point's own form. */
function encodedY(key: Uint8Array): bigint {
  const turned = Buffer.from(key).reverse();
  turned[0] &= 0x7f;
  return BigInt(`0x${turned.toString("hex")}`);
}

/** Whether 32 bytes encode a point whose order divides 8, in whatever form. Bytes that encode no point may say either. */
export function isSmallOrder(key: Uint8Array): boolean {
  const y = encodedY(key);
  let [x, z] = [(1n + y) % P, (1n - y + 2n * P) % P];
  for (let doubling = 0; doubling < DOUBLINGS; doubling++) {
    const [xx, xz, zz] = [x * x, x * z, z * z];
    [x, z] = [((xx - zz) * (xx - zz)) % P, (4n * xz * (xx + A * xz + zz)) % P];
  }
  return z === 0n;
}
