// A click on a video's still puts the player in its place. Without this script the still is a link to the video.
document.addEventListener("click", (event) => {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element && event.target.closest("a.play[data-embed]");
  if (!link) return;
  const still = link.querySelector("img");
  const address = new URL(link.dataset.embed, location.href);
  if (address.protocol !== "https:") return;
  address.searchParams.set("autoplay", "1");
  const player = document.createElement("iframe");
  player.src = address.href;
  player.title = (still && still.alt) || "Video";
  player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  player.allowFullscreen = true;
  player.referrerPolicy = "strict-origin-when-cross-origin";
  player.tabIndex = 0;
  event.preventDefault();
  link.replaceWith(player);
  player.focus();
});
