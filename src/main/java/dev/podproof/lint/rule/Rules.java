package dev.podproof.lint.rule;

import java.util.List;

/** All rules, a line each. */
public final class Rules {
  public static final List<Rule> ALL =
      List.of(
          new SidecarAmongContainers(),
          new SidecarWithoutStartupProbe(),
          new SidecarAfterItsUser(),
          new VolumeMountedOnce(),
          new OneFileTwoPaths(),
          new LogPathNotShared(),
          new FollowsFileNotThereYet(),
          new InitWaitsForever(),
          new WaitForUnknownService(),
          new NcNotInImage(),
          new GraceShorterThanPreStop(),
          new GraceShorterThanSidecarStops(),
          new ShellWithoutExec(),
          new FirstProcessIgnoresTerm(),
          new SidecarKeepsJob(),
          new StartupAsStrictAsLiveness(),
          new ProbeOfAnotherContainer(),
          new PortCollision(),
          new InitDominatesRequest(),
          new MutableTag(),
          new WriteBeforeDirectory(),
          new MemoryVolumeWithoutLimit(),
          new ConfigBySubPath(),
          new UnknownField(),
          new RefusedByApi());

  private Rules() {}
}
