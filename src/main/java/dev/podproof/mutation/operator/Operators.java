package dev.podproof.mutation.operator;

import java.util.List;

/** All kinds of change, a line each. */
public final class Operators {
  public static final List<Operator> ALL =
      List.of(
          new DropProbe("startup"),
          new DropProbe("readiness"),
          new DropProbe("liveness"),
          new ChangeProbe("path"),
          new ChangeProbe("port"),
          new SwapInitContainers(),
          new DropContainer(),
          new DropRestartPolicy(),
          new DropPodRestartPolicy(),
          new DropMount(),
          new ChangeMountPath(),
          new CommandToTrue(),
          ScriptChanges.DROP_TRAP,
          ScriptChanges.DROP_EXEC,
          ScriptChanges.CHANGE_EXIT_CODE,
          ScriptChanges.CHANGE_PATH,
          ScriptChanges.CHANGE_PORT,
          ScriptChanges.LENGTHEN_SLEEP,
          new LengthenDelay(),
          new ShrinkGracePeriod(),
          new DropHook("preStop"),
          new DropHook("postStart"),
          new ClosePort(),
          new ChangeImage(),
          new ChangeEnvName());

  private Operators() {}
}
