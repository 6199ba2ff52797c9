package com.mockhu.dm.file.inspect;

import com.mockhu.dm.file.check.FileCheck;
import com.mockhu.dm.file.image.PrepareImage;
import com.mockhu.dm.file.image.StoredImage;
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
 * The program that checks files, one after the other: it reads jobs from standard input and writes
 * outcomes to standard output. It ends with its input, so that it never outlives its server.
 */
final class InspectionProcess {
  /** The first byte that the process writes. */
  static final int READY = 0x4D;

  private static final int BROKEN = 3;

  private final DataInputStream jobs = new DataInputStream(System.in);
  private final DataOutputStream outcomes =
      new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
  private final SynchronousQueue<InspectionJob> next = new SynchronousQueue<>();

  private InspectionProcess() {}

  /** {@code arguments}: the folder for temporary files, which is emptied at the end. */
  static void main(String[] arguments) throws IOException, InterruptedException {
    // Output of libraries must not mix with the outcomes.
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
      next.put(InspectionJob.read(jobs));
    }
  }

  private void work() {
    try {
      while (true) {
        outcome(next.take()).write(outcomes);
        // After the answer: an image must not stay in memory until the next file comes.
        System.gc();
      }
    } catch (IOException | InterruptedException e) {
      Runtime.getRuntime().halt(BROKEN);
    }
  }

  private static Outcome outcome(InspectionJob job) {
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
      // Decoders may fail on hostile bytes with any exception.
      return new Outcome.Refused(FileRefusal.because(FileReason.DAMAGED));
    } catch (Error e) {
      return new Outcome.Failed(e.toString());
    }
  }

  private static Outcome made(InspectionJob job) {
    StoredImage picture =
        job.isPortrait()
            ? PrepareImage.portrait(job.file(), job.kind())
            : PrepareImage.prepare(job.file(), job.kind());
    return new Outcome.Made(picture.width(), picture.height());
  }
}
