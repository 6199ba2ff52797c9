package com.mockhu.dm.file.inspect;

import com.mockhu.dm.file.check.FileCheck;
import com.mockhu.dm.file.image.Picture;
import com.mockhu.dm.file.image.Pictures;
import com.mockhu.dm.file.storage.TemporaryFolders;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import com.mockhu.dm.platform.error.ApiException;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.SynchronousQueue;

/**
 * The program that looks into files, one after the other: jobs come on its standard input, outcomes
 * go to its standard output. It ends when its input does, so it never outlives its server.
 */
final class InspectionProcess {
  /** The first byte that it writes. */
  static final int READY = 0x4D;

  private static final int BROKEN = 3;

  private final DataInputStream jobs = new DataInputStream(System.in);
  private final DataOutputStream outcomes =
      new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
  private final SynchronousQueue<Job> next = new SynchronousQueue<>();

  private InspectionProcess() {}

  /** {@code arguments}: its folder for temporary files, which it empties when it ends. */
  static void main(String[] arguments) throws IOException, InterruptedException {
    // A library that prints must not print between the outcomes.
    System.setOut(System.err);
    try {
      new InspectionProcess().serve();
    } finally {
      TemporaryFolders.delete(Path.of(arguments[0]));
      Runtime.getRuntime().halt(0);
    }
  }

  private void serve() throws IOException, InterruptedException {
    Thread.ofPlatform().daemon().name("inspection").start(this::work);
    outcomes.writeByte(READY);
    outcomes.flush();
    while (true) {
      next.put(Job.read(jobs));
    }
  }

  private void work() {
    try {
      while (true) {
        outcome(next.take()).write(outcomes);
        // While nobody waits: a picture must not stay in memory until the next one comes.
        System.gc();
      }
    } catch (IOException | InterruptedException e) {
      Runtime.getRuntime().halt(BROKEN);
    }
  }

  private static Outcome outcome(Job job) {
    try {
      FileCheck.check(job.file(), job.kind());
      return job.kind().isImage() ? made(job) : new Outcome.Fine();
    } catch (ApiException e) {
      return new Outcome.Refused(e);
    } catch (OutOfMemoryError e) {
      return new Outcome.OutOfMemory();
    } catch (StackOverflowError e) {
      return new Outcome.Refused(FileRefusal.because(FileReason.TOO_COMPLEX));
    } catch (RuntimeException e) {
      // Readers of foreign formats stumble over foreign bytes in every way there is.
      return new Outcome.Refused(FileRefusal.because(FileReason.DAMAGED));
    } catch (Error e) {
      return new Outcome.Failed(e.toString());
    }
  }

  private static Outcome made(Job job) {
    Picture picture =
        job.isPortrait()
            ? Pictures.portrait(job.file(), job.kind())
            : Pictures.prepare(job.file(), job.kind());
    return new Outcome.Made(picture.width(), picture.height());
  }
}
