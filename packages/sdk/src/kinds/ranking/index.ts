export { alert, type AddressedAlert, type Alert, type AlertRequest, type Finding, type Findings } from "./alert.ts";
export {
  defineDetector,
  isDetector,
  type AccountDetector,
  type AccountsDetector,
  type Detector,
  type DetectorForms,
  type TableDetector,
} from "./detector.ts";
export { RANKING_RUN, runDetector } from "./run-detector.ts";
