// Writes its lines by itself and leaves out the last one on purpose: half an output must not pass for a whole one.
process.stdout.write('{"account":0,"score":0.5}\n');
