// Times as pages show them and as links carry them: 12:30, 1:02:05.
const clock = (seconds) => {
  const whole = Math.max(0, Math.floor(seconds || 0));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
};

// The seconds of "95.5", "1:35" or "1:02:05"; NaN for anything else.
const secondsOf = (text) => (/^\d+(:[0-5]?\d){0,2}(\.\d+)?$/.test(text) ? text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) : NaN);
