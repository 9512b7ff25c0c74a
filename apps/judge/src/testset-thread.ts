/** A thread that helps to make a test set: it gathers blocks of a world, then writes columns. Bundled as a file of its own. */
import { tablesOf, type World } from "@vigie/spec";
import { createWorld } from "@vigie/synth";
import { Gatherer, writeColumn } from "@vigie/testset";
import { serveThread } from "./serve-thread.ts";
import { isOrder, type Answer, type Order, type ThreadWorld } from "./testset-orders.ts";

interface Work {
  readonly world: World;
  readonly gatherer: Gatherer;
}

let work: Work | null = null;

function begin({ dataset, seed, size, shift, spool, commons }: ThreadWorld): Answer {
  const world = createWorld(dataset, { seed, size, shift, reuse: true });
  const gatherer = new Gatherer(spool, tablesOf(dataset));
  if (commons) gatherer.addCommons(world.commons());
  work = { world, gatherer };
  return { kind: "begun", blocks: world.blockCount };
}

function begun(): Work {
  if (work === null) throw new Error("a thread was asked for blocks before it was given a world");
  return work;
}

function obey(order: Order): Answer {
  switch (order.kind) {
    case "begin":
      return begin(order.world);
    case "gather": {
      const { world, gatherer } = begun();
      for (let index = order.from; index < order.to; index++) gatherer.addBlock(index, world.block(index));
      return { kind: "gathered", rows: gatherer.rows };
    }
    case "finish": {
      const { gatherer } = begun();
      const gathered = gatherer.finish();
      gatherer.close();
      work = null; // the world's memory is of use to the writing
      return { kind: "finished", gathered };
    }
    case "column":
      writeColumn(order.job);
      return { kind: "written" };
  }
}

serveThread(isOrder, obey);
