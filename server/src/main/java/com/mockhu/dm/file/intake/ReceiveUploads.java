package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.inspect.Inspection;
import com.mockhu.dm.file.multipart.MultipartReader;
import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.file.storage.TemporaryFolders;
import com.mockhu.dm.file.type.FileRefusal;
import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.platform.error.ApiException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Receives uploads: all files of a form are checked and stored, or none is (behaviour §9). */
public final class ReceiveUploads {
  private final TemporaryFolders temporary;
  private final VirusCheck viruses;
  private final Inspection inspection;
  private final StoreFiles store;
  private final Clock clock;

  public ReceiveUploads(
      TemporaryFolders temporary,
      VirusCheck viruses,
      Inspection inspection,
      StoreFiles store,
      Clock clock) {
    this.temporary = temporary;
    this.viruses = viruses;
    this.inspection = inspection;
    this.store = store;
    this.clock = clock;
  }

  private interface ReadForm {
    List<UploadForm.File> into(Path folder) throws IOException;
  }

  private interface Prepare {
    PreparedFile of(UploadForm.File file);
  }

  List<Upload> receive(UUID uploader, MultipartReader reader) {
    return receive(
        uploader, folder -> UploadForm.read(reader, folder), file -> inspect(uploader, file));
  }

  Upload receiveAvatar(UUID person, MultipartReader reader) {
    return receive(
            person, folder -> UploadForm.readAvatar(reader, folder), file -> avatar(person, file))
        .getFirst();
  }

  private List<Upload> receive(UUID uploader, ReadForm form, Prepare preparation) {
    Path folder = folder();
    try {
      List<UploadForm.File> files = read(form, folder);
      // Before any of our decoders reads them.
      viruses.require(uploader, files);
      List<PreparedFile> ready = new ArrayList<>();
      for (UploadForm.File file : files) {
        ready.add(FileRefusal.naming(file.name().shown(), () -> preparation.of(file)));
      }
      store.store(uploader, ready);
      return ready.stream().map(PreparedFile::upload).toList();
    } finally {
      delete(folder);
    }
  }

  private Path folder() {
    try {
      return temporary.make();
    } catch (IOException e) {
      throw StorageFault.of(e);
    }
  }

  private static List<UploadForm.File> read(ReadForm form, Path folder) {
    try {
      return form.into(folder);
    } catch (IOException e) {
      throw ApiException.invalid("The body ended too early.");
    }
  }

  private PreparedFile inspect(UUID uploader, UploadForm.File file) {
    PreparedFile.Origin origin = new PreparedFile.Origin(uploader, file.name(), now());
    return inspection
        .inspect(uploader, file.name().kind(), file.path())
        .map(image -> PreparedFile.image(origin, image))
        .orElseGet(() -> PreparedFile.document(origin, file.path()));
  }

  private PreparedFile avatar(UUID person, UploadForm.File file) {
    Path picture = inspection.portrait(person, file.name().kind(), file.path());
    return PreparedFile.avatar(new PreparedFile.Origin(person, file.name(), now()), picture);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static void delete(Path folder) {
    try {
      TemporaryFolders.delete(folder);
    } catch (IOException e) {
      throw StorageFault.of(e);
    }
  }
}
