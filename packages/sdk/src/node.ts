export { openAnyDataset } from "./node/open-any-dataset.ts";
export { openDataset, type OpenDataset } from "./node/open-dataset.ts";
