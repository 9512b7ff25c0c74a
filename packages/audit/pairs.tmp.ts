import { auditAcross } from "./src/across/audit-across.ts";
import { openAuditSet } from "./src/leaks/audit-set.ts";
const files=process.argv.slice(2); const n=(s:string)=>({en:s,fr:s});
for(let i=0;i<files.length;i++)for(let j=0;j<i;j++){ const t=performance.now(); const r=auditAcross({name:n("A"),set:openAuditSet(files[i])},{name:n("B"),set:openAuditSet(files[j])});
 console.log(files[i].slice(9),files[j].slice(9),r.passed,(performance.now()-t).toFixed(0)+"ms"); for(const f of r.findings) if(f.verdict!=="ok") console.log("   ",f.verdict,f.family,f.column,f.aspect.en,"v",f.value.toFixed(3),"high",f.high.toFixed(3),"AP",f.strength?.toFixed(2)); }
