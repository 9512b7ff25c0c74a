export { openDataset, type OpenDataset } from "./node/open-dataset.ts";
